namespace MLNet.Gan.Reports;

/// <summary>One result that is worth a big number.</summary>
/// <param name="Label">Its name, such as <c>FID</c>.</param>
/// <param name="Value">What came out.</param>
/// <param name="Note">How it was measured, such as the protocol and the number of samples.</param>
/// <param name="IsGood">Whether it passes, where there is a measure for that.</param>
public sealed record ReportScore(string Label, ReportValue Value, string Note = "", bool? IsGood = null)
{
    /// <summary>The judgement in a word, or nothing.</summary>
    internal string Verdict => IsGood switch { true => "good", false => "poor", null => "" };
}
