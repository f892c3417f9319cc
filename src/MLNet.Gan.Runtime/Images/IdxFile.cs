using System.Buffers.Binary;
using System.IO.Compression;

namespace MLNet.Gan;

/// <summary>
/// Reads the IDX format of MNIST and its relatives: big-endian dimensions, then unsigned bytes; gzipped or not.
/// </summary>
internal static class IdxFile
{
    private const int UnsignedBytes = 0x08;

    // No deflate stream decompresses to more than this many times its length.
    private const long LargestGain = 1032;

    /// <summary>Reads the dimensions of a file and its bytes.</summary>
    /// <exception cref="FormatException">The file is not an IDX file of unsigned bytes, or is cut short.</exception>
    public static (int[] Dimensions, byte[] Values) Read(string path)
    {
        using var file = File.OpenRead(path);
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream content = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            Span<byte> word = stackalloc byte[4];
            content.ReadExactly(word);
            if (word is not [0, 0, UnsignedBytes, > 0 and <= 4])
                throw new FormatException(
                    $"'{path}' is not an IDX file of unsigned bytes: it begins with {Convert.ToHexString(word)} "
                        + "instead of 000008 and the number of dimensions. Save the images as bytes from 0 to 255.");

            var dimensions = new int[word[3]];
            for (var i = 0; i < dimensions.Length; i++)
            {
                content.ReadExactly(word);
                dimensions[i] = BinaryPrimitives.ReadInt32BigEndian(word);
            }

            var size = dimensions.Aggregate(1L, (product, length) => checked(product * length));
            var most = isGzip ? LargestGain * file.Length : file.Length;
            if (dimensions.Min() < 1 || size > Math.Min(Array.MaxLength, most))
                throw new FormatException($"'{path}' claims {string.Join(" × ", dimensions)} values, which a file of "
                    + $"{file.Length} bytes cannot hold.");
            var values = new byte[size];
            content.ReadExactly(values);
            return (dimensions, values);
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException or OverflowException)
        {
            throw new FormatException($"The IDX file '{path}' is cut short or damaged: {damage.Message}", damage);
        }
    }
}
