using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>How generated samples compare with real ones.</summary>
/// <param name="Frechet">The Fréchet distance of their features.</param>
/// <param name="LabelAccuracy">
/// How often the classifier sees the wanted class in a generated sample; null without a classifier.
/// </param>
/// <param name="RealLabelAccuracy">
/// The same of the real samples: what the classifier is worth; null without a classifier.
/// </param>
public sealed record GanScores(FrechetScore Frechet, LabelAccuracy? LabelAccuracy, LabelAccuracy? RealLabelAccuracy)
{
    /// <summary>A line for each score.</summary>
    public override string ToString() => string.Join(Environment.NewLine,
        new object?[] { Frechet, LabelAccuracy, RealLabelAccuracy is { } real ? $"on real samples: {real}" : null }
            .OfType<object>());
}
