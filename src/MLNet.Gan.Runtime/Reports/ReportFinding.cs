namespace MLNet.Gan.Reports;

/// <summary>A finding of a run in a report.</summary>
/// <param name="Text">The description, in a sentence.</param>
/// <param name="Place">The place, such as <c>step 1,200</c>; may be empty.</param>
/// <param name="IsSerious">Whether it makes the results doubtful.</param>
public sealed record ReportFinding(string Text, string Place = "", bool IsSerious = false);
