using System.IO.Compression;

namespace Microsoft.ML.Internal;

/// <summary>Reads PNG images of all colour types with up to 8 bits a channel, interlaced or not.</summary>
internal static class PngDecoder
{
    // No deflate stream unpacks to more than this many times its length.
    private const long LargestGain = 1032;

    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunks(file);
        var header = chunks.Header ?? throw new InvalidDataException("It has no header.");
        var packed = chunks.Compressed;
        if ((double)header.Width * header.Height * header.Channels * header.Depth / 8 > LargestGain * packed.Length)
            throw new InvalidDataException(
                $"It claims {header.Width} × {header.Height} pixels, which {packed.Length} packed bytes cannot hold.");

        var raster = new Raster(header.Width, header.Height);
        var colours = new PngColours(chunks);
        using var rows = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            foreach (var pass in header.Passes())
                Read(pass, rows, colours, raster);
            if (rows.ReadByte() >= 0)
                throw new InvalidDataException("It has more data than its size says.");
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("Its packed data is cut short.");
        }

        return raster;
    }

    private static void Read(PngPass pass, Stream rows, PngColours colours, Raster raster)
    {
        var (header, columns) = (colours.Header, pass.Columns(raster));
        var size = header.RowSize(columns);
        byte[] above = new byte[size], row = new byte[size];
        for (var y = 0; y < pass.Rows(raster); y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            PngFilters.Undo(filter, row, above, header.BytesPerPixel);
            for (var x = 0; x < columns; x++)
            {
                var (red, green, blue, alpha) = colours.Of(row, x);
                raster.Set(pass.StartX + x * pass.StepX, pass.StartY + y * pass.StepY, red, green, blue, alpha);
            }

            (above, row) = (row, above);
        }
    }
}
