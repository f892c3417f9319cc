using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>
/// The pairwise distances of generated samples relative to those of real samples: the ratio of the mean distances, and
/// of a low quantile of the distances. 1 for sets of equal diversity, 0 for one repeated sample.
/// </summary>
/// <remarks>
/// <para>
/// The mean shows whether samples are less spread out than real ones. The quantile shows whether some are nearly equal:
/// a generator with only m distinct samples, all equally frequent, has a share of 1/m of its pairs at distance 0, which
/// a quantile above 1/m shows and the mean hardly does. A ratio below 0.5 has the warning
/// <see cref="ScoreWarning.LowDiversity"/>. Ratios of two zeros are 1, other ratios with zero are infinite.
/// </para>
/// <para>
/// The scores "mean distance of real pairs" and "mean distance of generated pairs" are the two means, in the units of
/// the features.
/// </para>
/// </remarks>
public sealed record Diversity : IMetric
{
    private const double LowRatio = 0.5;

    /// <summary>The share of pairs below the quantile, above 0 and below 1; default 0.05.</summary>
    public double Quantile { get; init => field = Check.OpenFraction(value); } = 0.05;

    /// <summary>
    /// The largest number of pairs drawn from a set, above 0; default 200 000. All pairs of a smaller set are used;
    /// those of a larger set are drawn with the comparison's seed.
    /// </summary>
    public int PairCount { get; init => field = Check.Positive(value); } = 200_000;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var real = Distances(comparison.Real, "real", comparison.Random());
        var generated = Distances(comparison.Generated, "generated", comparison.Random());
        var (realMean, generatedMean) = (real.Average(), generated.Average());
        var atQuantile = Distribution.Ratio(
            Distribution.Quantile(generated, Quantile), Distribution.Quantile(real, Quantile));
        var share = Quantile.ToString(CultureInfo.InvariantCulture);
        var settings = $"pairs {PairCount.ToString(CultureInfo.InvariantCulture)}";
        return
        [
            WithWarning(comparison.Score("diversity", Distribution.Ratio(generatedMean, realMean), settings),
                "The mean distance of generated samples"),
            WithWarning(comparison.Score($"diversity at quantile {share}", atQuantile, settings),
                $"The quantile {share} of the distances of generated samples"),
            comparison.Score("mean distance of real pairs", realMean, settings),
            comparison.Score("mean distance of generated pairs", generatedMean, settings),
        ];
    }

    private static Score WithWarning(Score score, string what) => score.Value >= LowRatio ? score : score with
    {
        Warnings =
        [
            new(ScoreWarning.LowDiversity, string.Create(CultureInfo.InvariantCulture,
                $"{what} is {score.Value:0.###} of that of real ones, which hints at mode collapse.")),
        ],
    };

    private double[] Distances(FeatureSet set, string side, Random random)
    {
        if (set.Count < 2)
            throw new InvalidOperationException(
                $"Distances of {side} samples need at least 2 of them, but there are {set.Count}. Use more samples.");

        var (features, columns, count) = (set.Features, set.Dimension, (int)set.Count);
        (int First, int Second)[] pairs = count * (count - 1L) / 2 <= PairCount
            ? [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))]
            : [.. Enumerable.Range(0, PairCount).Select(_ => Pair(random, count))];
        var distances = new double[pairs.Length];
        InParallel.For(pairs.Length, (long)pairs.Length * columns >= 1 << 18, i =>
            distances[i] = Math.Sqrt(Rows.SquaredDistance(Row(pairs[i].First), Row(pairs[i].Second))));
        return distances;

        ReadOnlySpan<float> Row(int row) => features.Span.Slice(row * columns, columns);
    }

    /// <summary>Draws two different numbers below <paramref name="count"/>.</summary>
    private static (int First, int Second) Pair(Random random, int count)
    {
        var (first, second) = (random.Next(count), random.Next(count - 1));
        return (first, second < first ? second : second + 1);
    }
}
