using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>Reads TensorFlow's TensorProto of floats.</summary>
internal static class GraphDefTensor
{
    private const int TypeField = 1, ShapeField = 2, ContentField = 4, FloatsField = 5;
    private const int FloatType = 1;
    private const int DimensionField = 2, SizeField = 1;

    // A list that is shorter than the shape repeats its last value; no batch norm is longer than this.
    private const int MostRepeated = 1 << 12;

    /// <exception cref="FormatException">It is damaged, or its values are not floats.</exception>
    public static WeightTensor Read(ReadOnlySpan<byte> message)
    {
        var type = 0L;
        List<long> dimensions = [];
        ReadOnlySpan<byte> content = [];
        List<byte> list = [];
        var tensor = new ProtobufReader(message);
        while (tensor.Next())
        {
            switch (tensor.Field)
            {
                case TypeField: type = tensor.Integer; break;
                case ShapeField: dimensions = Dimensions(tensor.Bytes); break;
                case ContentField: content = tensor.Bytes; break;
                case FloatsField: list.AddRange(tensor.Bytes); break;
            }
        }

        if (type != FloatType)
            throw new FormatException($"Its values have TensorFlow's type {type}, not {FloatType}, which is float.");

        var (shape, count) = ExpectedWeight.Check(dimensions);
        return new(shape, Values(content.IsEmpty ? CollectionsMarshal.AsSpan(list) : content, content.IsEmpty, count));
    }

    private static float[] Values(ReadOnlySpan<byte> bytes, bool mayRepeat, int count)
    {
        var given = bytes.Length / sizeof(float);
        var isRepeated = mayRepeat && given > 0 && given < count && count <= MostRepeated;
        if (bytes.Length % sizeof(float) != 0 || (given != count && !isRepeated))
            throw new FormatException($"It has {bytes.Length} bytes for {count} floats.");

        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(Math.Min(i, given - 1) * sizeof(float))..]);
        }

        return values;
    }

    private static List<long> Dimensions(ReadOnlySpan<byte> message)
    {
        List<long> dimensions = [];
        var shape = new ProtobufReader(message);
        while (shape.Next())
        {
            if (shape.Field != DimensionField)
                continue;

            var size = 0L;
            var dimension = new ProtobufReader(shape.Bytes);
            while (dimension.Next())
            {
                size = dimension.Field == SizeField ? dimension.Integer : size;
            }

            dimensions.Add(size);
        }

        return dimensions;
    }
}
