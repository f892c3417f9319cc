namespace MLNet.Gan.Metrics;

/// <summary>
/// The range of the images of one side. A network from a file does not say which range it takes, so nothing but the other
/// side shows that the images of one are of another range.
/// </summary>
/// <param name="extractor">The network; of a network that knows its range, and of vectors, nothing is collected.</param>
/// <param name="side">The samples, as the beginning of a sentence, such as "The values of column 'Features'".</param>
internal sealed class SideRange(IFeatureExtractor extractor, string side)
{
    private readonly ValueRange? _seen = extractor is not ImageExtractor && SampleLayout.IsOfImages(extractor)
        ? new(PixelRange.PlusMinusOne, IsDeclared: false)
        : null;

    /// <summary>Adds samples.</summary>
    public void See(ReadOnlySpan<float> samples) => _seen?.Add(samples);

    /// <summary>Requires the range of another side, where the values so far show both.</summary>
    /// <exception cref="InvalidOperationException">They show different ones.</exception>
    public void RequireThatOf(SideRange other)
    {
        if (_seen?.Usual is not { } range || other._seen?.Usual is not { } otherRange || range == otherRange)
            return;
        throw range == PixelRange.PlusMinusOne ? other.Refusal(range, this) : Refusal(otherRange, other);
    }

    private string Name => side;

    private InvalidOperationException Refusal(PixelRange expected, SideRange other) => new(
        $"{side} {_seen!.MisfitTo(expected)}, as {char.ToLowerInvariant(other.Name[0])}{other.Name[1..]} do. Extract the pixels with "
            + $"ml.Transforms.ExtractPixels(…{expected.ExtractPixelsArguments}): both sides need the range that the network takes.");
}
