using System.Globalization;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Checks of options against the samples that were read.</summary>
internal static class SampleChecks
{
    // Networks begin with outputs of about 1. Deviations of tabular units are far outside of these.
    private const double LargeDeviation = 20, LargeRatio = 100;

    /// <summary>Requires as many rows as a batch has, and a scoring network of the samples' size.</summary>
    /// <exception cref="InvalidOperationException">There are fewer rows, or the network takes others.</exception>
    public static void Require(SampleSet samples, GanOptions options, ScoringOptions? scoring)
    {
        if (options.BatchSize > samples.TrainedCount)
            throw new InvalidOperationException(
                $"{nameof(GanOptions.BatchSize)} is {options.BatchSize}, but column '{options.FeatureColumnName}' has "
                    + (samples.HeldOut.Length == 0
                        ? $"only {Counted.Of(samples.Count, "row")}. "
                        : $"{samples.Count} rows, of which {samples.HeldOut.Length} are held out for the scoring. ")
                    + $"Choose a BatchSize of at most {samples.TrainedCount}.");
        if (scoring?.HoldOut is > 0 && scoring.Scores(options) && samples.HeldOut.Length < 2)
            throw new InvalidOperationException(
                $"Only {samples.HeldOut.Length} of the {Counted.Of(samples.Count, "row")} of column '{options.FeatureColumnName}' can be held out "
                    + "for the scoring, which needs 2: every class keeps a row in the training. Give more rows, a larger "
                    + $"{nameof(ScoringOptions.HoldOut)}, or no {nameof(ScoringOptions)}.");
        if (scoring?.Metric is { } metric && metric.Needs.HasFlag(Evidence.Logits))
            throw new InvalidOperationException(
                $"{metric.GetType().Name} needs the logits of a classifier, which a scoring during the training does not "
                    + $"compute. Choose a metric of features as {nameof(ScoringOptions)}.{nameof(ScoringOptions.Metric)}.");
        if (scoring is { Features: { } features } && features.InputSize != options.Shape.Size)
            throw new InvalidOperationException(
                $"{nameof(ScoringOptions)}.{nameof(ScoringOptions.Features)} takes {features.InputSize} values, but a sample of "
                    + $"{options.Shape} has {options.Shape.Size}. Use a network for this shape.");
    }

    /// <summary>What is wrong with the scales of vectors that are not standardized; null when nothing is.</summary>
    public static string? OfScales(SampleSet samples, GanOptions options)
    {
        if (options.Standardizes || options.Shape.IsImage)
            return null;
        var deviations = samples.Deviations().Where(deviation => deviation > 0).DefaultIfEmpty(1).ToArray();
        var (least, most) = (deviations.Min(), deviations.Max());
        return most <= LargeDeviation && most / least <= LargeRatio ? null : string.Create(CultureInfo.InvariantCulture,
            $"The components of column '{options.FeatureColumnName}' have standard deviations from {least:G3} to {most:G3}, and "
                + $"networks learn such scales badly. Set {nameof(GanOptions)}.{nameof(GanOptions.Standardizes)}.");
    }
}
