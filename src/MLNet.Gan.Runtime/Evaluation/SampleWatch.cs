using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Watches the samples of one side on their way to the networks: images must have the range that the network takes, and
/// the outputs of a network from a file must depend on its input only.
/// </summary>
/// <param name="options">The networks.</param>
/// <param name="side">The samples, as the beginning of a sentence, such as "The values of column 'Features'".</param>
internal sealed class SampleWatch(EvaluationOptions options, string side)
{
    private readonly ValueRange? _range = options.Features is ImageExtractor images ? new(images.Range, images.IsRangeDeclared) : null;
    private IReadOnlyList<ScoreWarning>? _stability;

    /// <summary>Adds samples.</summary>
    /// <exception cref="InvalidOperationException">The samples so far do not have the range.</exception>
    public void See(ReadOnlyMemory<float> samples)
    {
        _stability ??= StabilityWarnings.Of(options.Features, samples);
        if (_range is null)
            return;
        _range.Add(samples.Span);
        if (_range.Misfit() is { } misfit)
            throw new InvalidOperationException($"{side} {misfit.Message}. {misfit.ColumnAdvice("Range of the network's options")}");
    }

    /// <summary>The reasons to doubt scores of these samples.</summary>
    public IReadOnlyList<ScoreWarning> Warnings => [.. _stability ?? [], .. Range()];

    private IEnumerable<ScoreWarning> Range()
    {
        if (_range is { IsUpperHalf: true, Seen: var (least, most) })
            yield return new(ScoreWarning.ValueRange, string.Create(CultureInfo.InvariantCulture,
                $"{side} lie from {least:G4} to {most:G4}, in the upper half of −1 to 1: nothing is darker than the middle gray. "
                    + $"If they are meant from 0 to 1, set Range of the network's options to PixelRange.Unit."));
        if (_range?.Clipping is { } clipping)
            yield return new(ScoreWarning.ValueRange, $"{side} {clipping}");
    }
}
