using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>A Fréchet distance with all that one must know to compare it.</summary>
/// <param name="Value">The distance: 0 for equal sets, within rounding, and larger the more they differ.</param>
/// <param name="Network">The network that made the features; distances of two networks cannot be compared.</param>
/// <param name="RealCount">How many real samples were used.</param>
/// <param name="FakeCount">How many generated samples were used.</param>
/// <param name="Rank">The numerical rank of the covariance of smaller rank.</param>
/// <param name="Warnings">Whole sentences on what makes the value doubtful; empty when nothing does.</param>
public sealed record FrechetScore(
    double Value, string Network, long RealCount, long FakeCount, int Rank, IReadOnlyList<string> Warnings)
{
    /// <summary>The name of the metric, which carries the network's.</summary>
    public string Name => $"FID ({Network})";

    /// <summary>Name, value, counts, rank and warnings on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name} = {Math.Max(Value, 0):0.####} ({RealCount} real, {FakeCount} generated, rank {Rank})")
        + string.Concat(Warnings.Select(warning => $" Warning: {warning}"));
}
