namespace MLNet.Gan.Metrics;

/// <summary>The scores of a comparison of generated and real samples.</summary>
/// <param name="All">The scores of all metrics, in their order.</param>
/// <param name="LabelAccuracy">
/// The classifier's accuracy on generated samples, with the requested classes; null without a classifier.
/// </param>
/// <param name="RealLabelAccuracy">
/// The classifier's accuracy on real samples, for reference; null without a classifier.
/// </param>
public sealed record GanScores(
    IReadOnlyList<Score> All, LabelAccuracy? LabelAccuracy = null, LabelAccuracy? RealLabelAccuracy = null)
{
    /// <summary>The score of a name.</summary>
    /// <param name="name">The score's name, such as "recall".</param>
    /// <exception cref="ArgumentException">No metric has a score of this name.</exception>
    public Score this[string name] =>
        All.FirstOrDefault(score => score.Name == name) ?? throw new ArgumentException(
            $"There is no score '{name}'. There are {string.Join(", ", All.Select(score => $"'{score.Name}'"))}; "
                + "name the metric in EvaluationOptions.Metrics.", nameof(name));

    /// <summary>The Fréchet distance, under either of its names.</summary>
    /// <exception cref="ArgumentException">It was not among the metrics.</exception>
    public Score Frechet => All.FirstOrDefault(score => score.Name == "FID") ?? this["Fréchet distance"];

    /// <summary>Returns one line per score.</summary>
    public override string ToString() => string.Join(Environment.NewLine,
        All.Cast<object?>().Append(LabelAccuracy)
            .Append(RealLabelAccuracy is { } real ? $"on real samples: {real}" : null)
            .OfType<object>());
}
