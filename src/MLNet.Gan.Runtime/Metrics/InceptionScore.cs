namespace MLNet.Gan.Metrics;

/// <summary>
/// exp of the mean KL(p(class | sample) ‖ p(class)) over generated samples (Salimans et al., 2016, section 4): from 1,
/// when all predictions are equal, to the number of classes, when all are certain and classes are equally frequent.
/// Higher is better. It does not use real samples.
/// </summary>
/// <remarks>
/// Split i of s contains the rows from iN / s to (i + 1)N / s; the score is the mean over the splits, with their
/// standard deviation (ddof 0, as torch-fidelity; torchmetrics uses ddof 1). Usual tools leave the bias out of the
/// logits.
/// </remarks>
public sealed record InceptionScore : IMetric
{
    /// <summary>The number of samples from which scores are commonly reported.</summary>
    private const int UsualCount = 10_000;

    /// <summary>The number of splits; default 10.</summary>
    public int Splits { get; init => field = Check.Positive(value); } = 10;

    /// <summary>
    /// Whether samples are shuffled first, which is required if they are sorted by class; default false.
    /// </summary>
    public bool Shuffled { get; init; }

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Logits;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (logits, classes) = (comparison.Generated.Logits, comparison.Generated.Classes);
        var count = logits.Length / classes;
        if (count < Splits)
            throw new InvalidOperationException($"An Inception score of {Splits} splits needs as many generated "
                + $"samples, but there are {count}. Use more samples or fewer splits.");

        int[] order = [.. Enumerable.Range(0, count)];
        if (Shuffled)
            comparison.Random().Shuffle(order);
        var scores = new double[Splits];
        InParallel.For(Splits, true, i => scores[i] = Of(logits.Span, classes,
            order.AsSpan((int)((long)i * count / Splits)..(int)((i + 1L) * count / Splits))));
        var mean = scores.Average();
        var name = AuthorsNetwork.NameOfLogits(comparison.Protocol, "Inception score", "classifier score");
        return
        [
            comparison.Score(name, mean, $"{Splits} splits{(Shuffled ? ", shuffled" : "")}") with
            {
                Deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))),
                Warnings = count >= UsualCount ? [] :
                [
                    new(ScoreWarning.FewSamples, $"Small splits make the score smaller: with {count} samples instead "
                        + $"of {UsualCount} or more, compare it only with scores for the same count."),
                ],
            },
        ];
    }

    /// <summary>Computes exp(mean Σ p log p − Σ p̄ log p̄), the mean divergence from p̄, the mean of p.</summary>
    private static double Of(ReadOnlySpan<float> logits, int classes, ReadOnlySpan<int> rows)
    {
        var (means, shares, negentropy) = (new double[classes], new double[classes], 0.0);
        foreach (var row in rows)
        {
            var values = logits.Slice(row * classes, classes);
            var (largest, total) = ((double)values[Predictions.LabelOf(values)], 0.0);
            for (var k = 0; k < classes; k++)
                total += shares[k] = Math.Exp(values[k] - largest);
            var logTotal = Math.Log(total) + largest;
            for (var k = 0; k < classes; k++)
            {
                var share = shares[k] / total;
                means[k] += share / rows.Length;
                negentropy += share * (values[k] - logTotal) / rows.Length;
            }
        }

        return Math.Exp(negentropy - means.Sum(mean => mean > 0 ? mean * Math.Log(mean) : 0));
    }
}
