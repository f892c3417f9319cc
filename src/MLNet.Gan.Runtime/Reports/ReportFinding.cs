namespace MLNet.Gan.Reports;

/// <summary>One thing that a reader should know.</summary>
/// <param name="Text">What was found, in a sentence.</param>
/// <param name="Place">Where, such as <c>step 1,200</c>; may be empty.</param>
/// <param name="IsSerious">Whether the results are in doubt because of it.</param>
public sealed record ReportFinding(string Text, string Place = "", bool IsSerious = false);
