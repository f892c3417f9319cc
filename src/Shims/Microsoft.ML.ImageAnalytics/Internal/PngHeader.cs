using System.Buffers.Binary;

namespace Microsoft.ML.Internal;

/// <summary>What the first chunk of a PNG file says.</summary>
internal sealed record PngHeader(uint Width, uint Height, int Depth, int ColourType, bool IsInterlaced)
{
    /// <summary>How many samples a pixel has in the file.</summary>
    public int Channels => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>From which byte of the row the filters predict: so many before.</summary>
    public int BytesPerPixel => Math.Max(1, Depth * Channels / 8);

    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data is not [_, _, _, _, _, _, _, _, var depth, var colour, 0, 0, var interlace and <= 1])
            throw new InvalidDataException("Its header is damaged.");
        if (depth == 16)
            throw new InvalidDataException("It has 16 bits a channel, but at most 8 are read; convert it.");
        if ((colour, depth) is not ((0 or 3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8)))
            throw new InvalidDataException($"No PNG has colour type {colour} with {depth} bits a channel.");
        return new(
            BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]),
            depth, colour, interlace == 1);
    }

    /// <summary>The images that lie one after another in the file: one, or the seven of an interlaced file.</summary>
    public IEnumerable<PngPass> Passes() =>
        from pass in IsInterlaced ? PngPass.Interlaced : [new(0, 0, 1, 1)]
        where pass.StartX < Width && pass.StartY < Height
        select pass;

    /// <summary>The bytes of a row of so many pixels, without the filter's.</summary>
    public int RowSize(int pixels) => (int)(((long)pixels * Channels * Depth + 7) / 8);
}
