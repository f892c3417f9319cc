using System.Buffers.Binary;
using System.Text.Json;

namespace MLNet.Gan;

/// <summary>
/// The safetensors format: the length of a JSON header (8 bytes, little-endian), the header with metadata and each tensor's
/// type, shape and place, then the tensors' bytes.
/// </summary>
internal static class Safetensors
{
    private const string MetadataName = "__metadata__";
    private const int Alignment = 8;

    private const long BlockValues = 1 << 24; // A span of bytes is shorter than 2 GiB.

    private static readonly (ScalarType Type, string Name, int Size)[] Types =
    [
        (ScalarType.Float32, "F32", 4), (ScalarType.Float64, "F64", 8), (ScalarType.Int64, "I64", 8),
        (ScalarType.Byte, "U8", 1), (ScalarType.Int32, "I32", 4), (ScalarType.Bool, "BOOL", 1),
        (ScalarType.Float16, "F16", 2), (ScalarType.BFloat16, "BF16", 2),
    ];

    /// <summary>Reads or writes a block of bytes.</summary>
    public delegate void Visitor(Span<byte> bytes);

    /// <summary>Writes tensors, which are contiguous and on the CPU, in their order.</summary>
    public static void Write(
        Stream file, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<(string Name, Tensor Value)> tensors)
    {
        var header = Header(metadata, tensors);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var (_, tensor) in tensors)
            VisitBytes(tensor, bytes => file.Write(bytes));
    }

    /// <summary>Passes the bytes of a contiguous tensor on the CPU to a function, block by block.</summary>
    public static void VisitBytes(Tensor tensor, Visitor visit)
    {
        using var scope = NewDisposeScope();
        foreach (var block in tensor.detach().view(-1).split(BlockValues))
            visit(block.bytes);
    }

    /// <summary>Reads a file; the caller's scope owns the tensors.</summary>
    /// <exception cref="FormatException">The file is damaged, or no safetensors file.</exception>
    public static (IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, Tensor> Tensors) Read(Stream file)
    {
        try
        {
            using var header = JsonDocument.Parse(HeaderOf(file));
            var (metadata, tensors) = (new Dictionary<string, string>(), new Dictionary<string, Tensor>());
            foreach (var entry in header.RootElement.EnumerateObject().Where(entry => entry.NameEquals(MetadataName)))
            {
                foreach (var text in entry.Value.EnumerateObject())
                    metadata[text.Name] = text.Value.GetString() ?? "";
            }

            var (start, end) = (file.Position, 0L);
            var places = header.RootElement.EnumerateObject().Where(entry => !entry.NameEquals(MetadataName))
                .Select(entry => (entry.Name, entry.Value, Offsets: entry.Value.GetProperty("data_offsets")))
                .OrderBy(entry => entry.Offsets[0].GetInt64());
            foreach (var (name, value, offsets) in places)
            {
                if (offsets[0].GetInt64() != end || offsets[1].GetInt64() - end > file.Length - start - end)
                    throw new FormatException($"The place of tensor '{name}' is not in the file.");
                tensors[name] = ReadTensor(file, name, value, offsets[1].GetInt64() - end);
                end = offsets[1].GetInt64();
            }

            return end == file.Length - start ? (metadata, tensors)
                : throw new FormatException($"{file.Length - start - end} bytes at its end belong to no tensor.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw new FormatException("Its header is not that of a safetensors file.", e);
        }
    }

    private static byte[] Header(
        IReadOnlyDictionary<string, string> metadata, IReadOnlyList<(string Name, Tensor Value)> tensors)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach (var (key, value) in metadata)
                json.WriteString(key, value);
            json.WriteEndObject();
            var start = 0L;
            foreach (var (name, tensor) in tensors)
            {
                var end = start + Length(tensor.dtype, tensor.Sizes());
                json.WriteStartObject(name);
                json.WriteString("dtype", Types.Single(type => type.Type == tensor.dtype).Name);
                WriteNumbers(json, "shape", tensor.Sizes());
                WriteNumbers(json, "data_offsets", [start, end]);
                json.WriteEndObject();
                start = end;
            }

            json.WriteEndObject();
        }

        while (buffer.Length % Alignment != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static byte[] HeaderOf(Stream file)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        file.ReadExactly(number);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(number);
        if (length > (ulong)(file.Length - file.Position) || length > (ulong)Array.MaxLength)
            throw new FormatException($"Its header would have {length} bytes, but the file has {file.Length}.");
        var header = new byte[length];
        file.ReadExactly(header);
        return header;
    }

    private static Tensor ReadTensor(Stream file, string name, JsonElement value, long length)
    {
        var typeName = value.GetProperty("dtype").GetString();
        var (type, _, size) = Types.SingleOrDefault(type => type.Name == typeName);
        if (size == 0)
            throw new FormatException($"Tensor '{name}' has the type {typeName}, which is not supported.");
        long[] shape = [.. value.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())];
        if (shape.Any(extent => extent < 0) || Length(type, shape) != length)
            throw new FormatException($"Tensor '{name}' of [{string.Join(", ", shape)}] has {length} bytes.");
        var tensor = empty(shape, type);
        VisitBytes(tensor, file.ReadExactly);
        return tensor;
    }

    private static long Length(ScalarType type, long[] shape) =>
        shape.Aggregate((long)Types.Single(one => one.Type == type).Size, (product, extent) => checked(product * extent));
}
