namespace MLNet.Gan;

/// <summary>Pixels that do not have the range that they should have.</summary>
/// <param name="Message">From where to where they lie, and should, as the end of a sentence.</param>
/// <param name="Expected">The range that they should have.</param>
/// <param name="Fitting">The usual range that they fit best; null if they fit none.</param>
internal sealed record RangeMisfit(string Message, PixelRange Expected, PixelRange? Fitting)
{
    /// <summary>What to do about the values of a generator, as a sentence.</summary>
    public string GeneratorAdvice => Fitting is { } range
        ? $"Set Range to {Name(range)} (--range {range.Black}..{range.White}), if that is what the generator gives."
        : "Scale them in the model: no usual range has them.";

    /// <summary>What to do about the values of a column, as a sentence.</summary>
    /// <param name="option">The option with the range.</param>
    public string ColumnAdvice(string option) =>
        $"Extract the pixels with ml.Transforms.ExtractPixels(…{Expected.ExtractPixelsArguments})"
        + (Fitting is { } range ? $", or set {option} to {Name(range)}." : ".");

    private static string Name(PixelRange range) => range == PixelRange.Unit ? "PixelRange.Unit"
        : range == PixelRange.Bytes ? "PixelRange.Bytes"
        : "PixelRange.PlusMinusOne";
}
