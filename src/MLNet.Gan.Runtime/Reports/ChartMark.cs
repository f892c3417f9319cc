namespace MLNet.Gan.Reports;

/// <summary>A vertical line across a chart.</summary>
/// <param name="X">The place on the x axis.</param>
/// <param name="Label">The text beside it.</param>
public sealed record ChartMark(double X, string Label);
