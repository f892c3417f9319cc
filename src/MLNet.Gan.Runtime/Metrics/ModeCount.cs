namespace MLNet.Gan.Metrics;

/// <summary>
/// The number of classes that a classifier predicts for the generated samples ("modes"), and the divergence of their
/// shares from those of the real samples ("mode KL"): the stacked MNIST test (Metz et al., 2017; Srivastava et al.,
/// 2017).
/// </summary>
/// <remarks>
/// A sample's class is that of its largest logit. Mode KL is Σ qₖ ln(qₖ / pₖ) over the shares q of the generated and
/// p of the real samples: 0 for equal shares, and infinite if a generated class does not occur in the real samples.
/// Both depend on predicted classes only: a single repeated image per class has all modes.
/// </remarks>
public sealed record ModeCount : IMetric
{
    /// <summary>The number of samples from which a class counts; default 1.</summary>
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
                + $"{real.Classes} logits and the generated ones {generated.Classes}. Use the same classifier for both.");
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
