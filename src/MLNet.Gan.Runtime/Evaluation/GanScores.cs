namespace MLNet.Gan.Metrics;

/// <summary>How generated samples compare with real ones.</summary>
/// <param name="All">The scores of the metrics, in their order.</param>
/// <param name="LabelAccuracy">
/// How often the classifier sees the wanted class in a generated sample; null without a classifier.
/// </param>
/// <param name="RealLabelAccuracy">
/// The same of the real samples: what the classifier is worth; null without a classifier.
/// </param>
public sealed record GanScores(
    IReadOnlyList<Score> All, LabelAccuracy? LabelAccuracy = null, LabelAccuracy? RealLabelAccuracy = null)
{
    /// <summary>The score of a metric.</summary>
    /// <param name="name">The score's name, such as "recall".</param>
    /// <exception cref="ArgumentException">No metric gave a score of this name.</exception>
    public Score this[string name] =>
        All.FirstOrDefault(score => score.Name == name) ?? throw new ArgumentException(
            $"There is no score '{name}'. There are {string.Join(", ", All.Select(score => $"'{score.Name}'"))}; "
                + "name the metric in EvaluationOptions.Metrics.", nameof(name));

    /// <summary>The Fréchet distance, whatever the network makes it be called.</summary>
    /// <exception cref="ArgumentException">It was not among the metrics.</exception>
    public Score Frechet => All.FirstOrDefault(score => score.Name == "FID") ?? this["Fréchet distance"];

    /// <summary>A line for each score.</summary>
    public override string ToString() => string.Join(Environment.NewLine,
        All.Cast<object?>().Append(LabelAccuracy)
            .Append(RealLabelAccuracy is { } real ? $"on real samples: {real}" : null)
            .OfType<object>());
}
