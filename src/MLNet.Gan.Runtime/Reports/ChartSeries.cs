namespace MLNet.Gan.Reports;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points, in any order. A y that is not finite leaves a gap; an x that is not finite drops
/// the point.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<(double X, double Y)> Points);
