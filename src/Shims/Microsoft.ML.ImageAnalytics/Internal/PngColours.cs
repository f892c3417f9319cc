namespace Microsoft.ML.Internal;

/// <summary>What the samples of a PNG file mean.</summary>
internal sealed class PngColours
{
    private readonly byte[] _palette;
    private readonly byte[] _alphas;
    private readonly int[] _transparent;

    public PngColours(PngChunks chunks)
    {
        (Header, _palette, _alphas) = (chunks.Header, chunks.Palette, chunks.Transparency);
        if (Header.ColourType == 3 && (_palette.Length is 0 or > 768 || _palette.Length % 3 != 0))
            throw new InvalidDataException("Its palette is missing or damaged.");
        var hasColour = _alphas.Length > 0 && Header.ColourType is 0 or 2;
        if (hasColour && _alphas.Length != 2 * Header.Channels)
            throw new InvalidDataException("Its transparent colour is damaged.");
        _transparent = hasColour ? [.. _alphas.Chunk(2).Select(pair => (pair[0] << 8) + pair[1])] : [];
    }

    public PngHeader Header { get; }

    /// <summary>The pixel at a place of a row.</summary>
    public (byte Red, byte Green, byte Blue, byte Alpha) Of(ReadOnlySpan<byte> row, int x) => Header.ColourType switch
    {
        0 => Opaque(Grey(row, x), Sample(row, x)),
        2 => (row[3 * x], row[3 * x + 1], row[3 * x + 2], IsTransparent(row.Slice(3 * x, 3)) ? (byte)0 : byte.MaxValue),
        3 => Entry(Sample(row, x)),
        4 => (row[2 * x], row[2 * x], row[2 * x], row[2 * x + 1]),
        _ => (row[4 * x], row[4 * x + 1], row[4 * x + 2], row[4 * x + 3]),
    };

    private byte Grey(ReadOnlySpan<byte> row, int x) => (byte)(Sample(row, x) * 255 / ((1 << Header.Depth) - 1));

    private (byte Red, byte Green, byte Blue, byte Alpha) Opaque(byte grey, int sample) =>
        (grey, grey, grey, _transparent is [var hidden] && hidden == sample ? (byte)0 : byte.MaxValue);

    private bool IsTransparent(ReadOnlySpan<byte> colour) =>
        _transparent is [var red, var green, var blue] && colour[0] == red && colour[1] == green && colour[2] == blue;

    private (byte Red, byte Green, byte Blue, byte Alpha) Entry(int index) => 3 * index < _palette.Length
        ? (_palette[3 * index], _palette[3 * index + 1], _palette[3 * index + 2],
            index < _alphas.Length ? _alphas[index] : byte.MaxValue)
        : throw new InvalidDataException($"A pixel has colour {index} of a palette of {_palette.Length / 3}.");

    /// <summary>A sample of an image of one channel: the first pixel has the highest bits.</summary>
    private int Sample(ReadOnlySpan<byte> row, int x)
    {
        var bit = x * Header.Depth;
        return (row[bit / 8] >> (8 - Header.Depth - bit % 8)) & ((1 << Header.Depth) - 1);
    }
}
