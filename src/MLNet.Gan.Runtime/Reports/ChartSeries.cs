namespace MLNet.Gan.Reports;

/// <summary>One line of a chart.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Points">The points, in any order. A y that is not finite leaves a gap; a point whose x is not finite is
/// dropped.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<(double X, double Y)> Points);
