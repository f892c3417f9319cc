using System.Buffers.Binary;
using System.IO.Compression;

namespace MLNet.Gan.Metrics;

/// <summary>
/// A reader of NumPy .npz files: a zip of .npy arrays. It rejects sizes that the file cannot contain, and values whose
/// checksum is not that of the zip.
/// </summary>
internal sealed class NpzFile : IDisposable
{
    // The largest compression ratio of deflate.
    private const long LargestGain = 1032;

    private const string Ending = ".npy";

    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _archive;

    /// <exception cref="FormatException">The file is not a zip.</exception>
    public NpzFile(string path)
    {
        _path = path;
        _file = File.OpenRead(path);
        try
        {
            _archive = new ZipArchive(_file, ZipArchiveMode.Read);
            _ = _archive.Entries.Count; // Reads the directory.
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException)
        {
            Dispose();
            throw FileContent.OfFile(path) is { } content && content != FileContent.Arrays
                ? new FormatException($"'{path}' is {content.Is}, not a .npz file. {content.Do}", damage)
                : new FormatException($"'{path}' is not a whole .npz file: {damage.Message}", damage);
        }

        if (_archive.Entries.Count > 0 && !_archive.Entries.Any(entry => entry.FullName.EndsWith(Ending, StringComparison.Ordinal)))
        {
            Dispose();
            var content = FileContent.OfFile(path);
            throw new FormatException($"'{path}' is {content?.Is ?? "a zip archive"} without arrays of NumPy, not a .npz file. "
                + (content?.Do ?? "Name another file."));
        }
    }

    /// <summary>Returns the arrays with their shapes and types, at most eight, for messages.</summary>
    public string Text() => _archive.Entries.Count == 0 ? "no arrays" : string.Join(", ", _archive.Entries
        .Select(entry => entry.FullName).Where(name => name.EndsWith(Ending, StringComparison.Ordinal)).Take(8)
        .Select(name => name[..^Ending.Length]).Select(name => $"'{name}' [{string.Join(", ", Shape(name))}] of {Type(name)}"));

    /// <summary>Returns whether there is an array of this name.</summary>
    public bool Has(string name) => _archive.GetEntry(name + Ending) is not null;

    /// <summary>Returns a whole array of numbers, in C order.</summary>
    public (long[] Shape, double[] Values) Numbers(string name) => Read(name, (header, stream) =>
    {
        var bytes = Bytes(header, stream);
        var values = new double[header.Count];
        for (var i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> element = bytes.AsSpan(i * header.ElementSize);
            values[i] = header.Type switch
            {
                "<f8" => BinaryPrimitives.ReadDoubleLittleEndian(element),
                ">f8" => BinaryPrimitives.ReadDoubleBigEndian(element),
                "<f4" => BinaryPrimitives.ReadSingleLittleEndian(element),
                ">f4" => BinaryPrimitives.ReadSingleBigEndian(element),
                "<i8" => BinaryPrimitives.ReadInt64LittleEndian(element),
                _ => element[0],
            };
        }

        var isTransposed = header is { IsFortran: true, Shape.Length: 2 };
        return (header.Shape, isTransposed ? Transposed(header.Shape, values) : values);
    });

    /// <summary>Returns all bytes of an array of bytes.</summary>
    public byte[] Bytes(string name) => Read(name, (header, stream) =>
    {
        Require(header.Type == "|u1", $"Its elements are '{header.Type}', but they must be bytes, |u1.");
        return Bytes(header, stream);
    });

    /// <summary>Returns the rows of an array of bytes in order: all values of one index of the first axis.</summary>
    public IEnumerable<byte[]> Rows(string name)
    {
        using var stream = Open(name);
        var header = Within(name, () => Header(stream));
        Require(header is { Type: "|u1", IsFortran: false, Shape.Length: > 1 },
            $"'{name}' of '{_path}' is no array of bytes in C order with a row for each image.");
        var size = header.Count / Math.Max(1, header.Shape[0]);
        for (var i = 0L; i < header.Shape[0]; i++)
        {
            yield return Within(name, () =>
            {
                var row = new byte[size];
                stream.ReadExactly(row);
                return row;
            });
        }

        Within(name, stream.RequireEnd);
    }

    /// <summary>Returns the shape of an array.</summary>
    public long[] Shape(string name) => Header(name).Shape;

    /// <summary>Returns the type of the elements of an array, as NumPy writes it.</summary>
    public string Type(string name) => Header(name).Type;

    /// <summary>Returns whether the first axis of an array varies fastest.</summary>
    public bool IsFortran(string name) => Header(name).IsFortran;

    public void Dispose()
    {
        _archive?.Dispose();
        _file.Dispose();
    }

    private static byte[] Bytes(NpyHeader header, Stream stream)
    {
        Require(header.Count <= Array.MaxLength / header.ElementSize,
            $"It holds {header.Count} values, which are more than an array can hold.");
        var bytes = new byte[header.Count * header.ElementSize];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private ChecksummedStream Open(string name)
    {
        var entry = _archive.GetEntry(name + Ending) ?? throw new FormatException($"'{_path}' has no array '{name}'. It has "
            + $"{string.Join(", ", _archive.Entries.Take(8).Select(other => other.FullName))}.");
        return Within(name, () => new ChecksummedStream(entry.Open(), entry.Crc32, entry.CompressedLength));
    }

    /// <summary>Reads the whole of an array.</summary>
    private T Read<T>(string name, Func<NpyHeader, Stream, T> read)
    {
        using var stream = Open(name);
        return Within(name, () =>
        {
            var value = read(Header(stream), stream);
            stream.RequireEnd();
            return value;
        });
    }

    /// <summary>Returns the header of an array whose size is that of its values.</summary>
    private NpyHeader Header(ChecksummedStream stream)
    {
        var header = NpyHeader.Read(stream);
        var most = LargestGain * Math.Min(stream.PackedLength, _file.Length);
        Require((double)header.Count * header.ElementSize <= most,
            $"It claims {string.Join(" × ", header.Shape)} values, which {stream.PackedLength} packed bytes cannot hold.");
        return header;
    }

    /// <summary>Returns the header of an array of any type.</summary>
    private NpyHeader Header(string name)
    {
        using var stream = Open(name);
        return Within(name, () => NpyHeader.Read(stream));
    }

    private void Within(string name, Action read) => Within(name, () =>
    {
        read();
        return true;
    });

    private T Within<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException or FormatException
            or OverflowException)
        {
            throw new FormatException($"The array '{name}' of '{_path}' cannot be read: {damage.Message}", damage);
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new FormatException(otherwise);
    }

    private static double[] Transposed(long[] shape, double[] values)
    {
        var (rows, columns) = ((int)shape[0], (int)shape[1]);
        var transposed = new double[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[row * columns + column] = values[column * rows + row];
        }

        return transposed;
    }
}
