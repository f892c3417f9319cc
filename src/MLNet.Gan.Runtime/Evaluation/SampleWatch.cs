using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Watches the samples of one side on their way to the networks: images must have the range that the network takes, or at
/// least that of the other side, and the outputs of a network from a file must depend on its input only.
/// </summary>
/// <param name="options">The networks.</param>
/// <param name="side">The samples, as the beginning of a sentence, such as "The values of column 'Features'".</param>
/// <param name="real">The watch of the real samples, which have been read; null for these themselves.</param>
internal sealed class SampleWatch(EvaluationOptions options, string side, SampleWatch? real = null)
{
    private readonly RangeCheck _range = new(options.Features, side);
    private readonly SideRange _own = new(options.Features, side);
    private IReadOnlyList<ScoreWarning>? _stability;

    /// <summary>Adds samples.</summary>
    /// <exception cref="InvalidOperationException">The samples so far do not have the range.</exception>
    public void See(ReadOnlyMemory<float> samples)
    {
        _range.See(samples.Span);
        _own.See(samples.Span);
        if (real is not null)
            RequireRangeOf(real);
        _stability ??= StabilityWarnings.Of(options.Features, samples);
    }

    /// <summary>Requires the range of the real samples, where both show theirs.</summary>
    /// <exception cref="InvalidOperationException">They show different ones.</exception>
    public void RequireRangeOf(SampleWatch other) => _own.RequireThatOf(other._own);

    /// <summary>The reasons to doubt scores of these samples.</summary>
    public IReadOnlyList<ScoreWarning> Warnings => [.. _stability ?? [], .. Range()];

    private IEnumerable<ScoreWarning> Range()
    {
        if (_range.UpperHalf is var (least, most))
            yield return new(ScoreWarning.ValueRange, string.Create(CultureInfo.InvariantCulture,
                $"{side} lie from {least:G4} to {most:G4}, in the upper half of −1 to 1: nothing is darker than the middle gray. "
                    + $"If they are meant from 0 to 1, set Range of the network's options to PixelRange.Unit."));
        if (_range.Clipping is { } clipping)
            yield return new(ScoreWarning.ValueRange, $"{side} {clipping}");
    }
}
