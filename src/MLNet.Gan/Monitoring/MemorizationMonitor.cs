using System.Globalization;

namespace MLNet.Gan;

/// <summary>Finds generated samples that are nearer to training rows than to held-out ones: copies.</summary>
/// <remarks>
/// It needs held-out rows, and compares with 256 of each kind, so that it finds copies of small data (up to about 1 000 rows); the
/// test is that of Meehan et al. (2020).
/// </remarks>
public sealed record MemorizationMonitor : IMonitor
{
    /// <summary>
    /// The share of generated samples that are nearer to a training row from which on they are copies, in (0.5, 1); default 0.7.
    /// </summary>
    public double Share
    {
        get;
        init => field = value is > 0.5 and < 1 ? value : throw Check.OutOfRange(nameof(Share), value, "greater than 0.5 and less than 1");
    } = 0.7;

    /// <summary>The number of comparisons in a row, at least 1; default 3.</summary>
    public int Comparisons { get; init => field = Check.Positive(value); } = 3;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples.NearTrainingShare: { } share, Step: var step })
            return null;
        return RunHistory.Since(history.Compared, Comparisons, report => IsCopied(report.Samples!)) is not { } since ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"Memorization: {share:P0} of the generated samples are nearer to a row of the training than to any of as many held-out rows."))
            {
                Since = since,
                Advice = $"Give more rows, add {nameof(GanOptions.Augmentations)}, use smaller networks, or train for fewer steps.",
            };
    }

    /// <summary>Whether varied samples near real ones are copies: of a collapsed generator the share is 0 or 1 by chance.</summary>
    private bool IsCopied(SampleStatistics samples) =>
        samples.NearTrainingShare > Share && samples is { Diversity: > 0.5, Precision: > 0.5 };
}
