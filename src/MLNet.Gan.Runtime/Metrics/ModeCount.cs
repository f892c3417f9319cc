namespace MLNet.Gan.Metrics;

/// <summary>
/// How many classes a classifier sees in the generated samples ("modes"), and how far their shares are from those of
/// the real samples ("mode KL"), as in the stacked MNIST test of Metz et al. (2017) and Srivastava et al. (2017).
/// </summary>
/// <remarks>
/// A sample is of the class with the largest logit. Mode KL is Σ qₖ ln(qₖ / pₖ) over the shares q of the generated and
/// p of the real samples: 0 for equal shares, and infinite where a generated class is missing from the real samples.
/// Both see only what the classifier tells apart: a single image a class has all modes.
/// </remarks>
public sealed record ModeCount : IMetric
{
    /// <summary>How many samples of a class make it count; default 1.</summary>
    public int MinimumCount { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Logits;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (real, generated) = (comparison.Real, comparison.Generated);
        if (real.Classes != generated.Classes)
            throw new InvalidOperationException($"Modes need one classifier for both sides, but the real samples have "
                + $"{real.Classes} logits and the generated ones {generated.Classes}. Judge both by the same one.");
        if (real.Count == 0 || generated.Count == 0)
            throw new InvalidOperationException($"Modes need samples on both sides, but there are {real.Count} real "
                + $"and {generated.Count} generated ones.");

        var (expected, counts) = (Predictions.Counts(real), Predictions.Counts(generated));
        var divergence = 0.0;
        for (var k = 0; k < counts.Length; k++)
        {
            var (share, wanted) = ((double)counts[k] / generated.Count, (double)expected[k] / real.Count);
            divergence += share > 0 ? share * Math.Log(share / wanted) : 0;
        }

        return
        [
            comparison.Score("modes", counts.Count(count => count >= MinimumCount),
                $"of {counts.Length} classes, at least {MinimumCount} of each"),
            comparison.Score("mode KL", divergence, $"generated from real, {counts.Length} classes, nats"),
        ];
    }
}
