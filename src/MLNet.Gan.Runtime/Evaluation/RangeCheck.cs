namespace MLNet.Gan.Metrics;

/// <summary>Checks that images of floats have the range that a network takes, by all values seen so far.</summary>
/// <remarks>Only a network for images has a range; of other extractors nothing is checked.</remarks>
/// <param name="extractor">The network.</param>
/// <param name="side">The samples, as the beginning of a sentence, such as "The values of column 'Features'".</param>
internal sealed class RangeCheck(IFeatureExtractor extractor, string side)
{
    private readonly ValueRange? _range = extractor is ImageExtractor images ? new(images.Range, images.IsRangeDeclared) : null;

    /// <summary>The smallest and the largest value, if all lie in the upper half of the range; else null.</summary>
    public (float Least, float Most)? UpperHalf => _range is { IsUpperHalf: true } ? _range.Seen : null;

    /// <summary>What is clipped, as the end of a sentence; null if it is little.</summary>
    public string? Clipping => _range?.Clipping;

    /// <summary>Adds samples.</summary>
    /// <exception cref="InvalidOperationException">The samples so far do not have the range.</exception>
    public void See(ReadOnlySpan<float> samples)
    {
        if (_range is null)
            return;
        _range.Add(samples);
        if (_range.Misfit() is { } misfit)
            throw new InvalidOperationException($"{side} {misfit.Message}. {misfit.ColumnAdvice("Range of the network's options")}");
    }
}
