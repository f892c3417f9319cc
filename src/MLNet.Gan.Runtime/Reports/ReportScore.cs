namespace MLNet.Gan.Reports;

/// <summary>A main result, shown as a large number.</summary>
/// <param name="Label">Its name, such as <c>FID</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Note">How it was measured, such as the protocol and the number of samples.</param>
/// <param name="IsGood">Whether it passes its threshold; null without a threshold.</param>
public sealed record ReportScore(string Label, ReportValue Value, string Note = "", bool? IsGood = null)
{
    /// <summary>"good", "poor", or empty without a threshold.</summary>
    internal string Rating => IsGood switch { true => "good", false => "poor", null => "" };
}
