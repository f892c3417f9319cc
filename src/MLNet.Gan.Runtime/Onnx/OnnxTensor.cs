using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>A constant tensor of a graph: a weight, a shape or a list of axes. Its bytes are little-endian.</summary>
internal sealed record OnnxTensor(string Name, OnnxElement Element, long[] Dimensions, byte[] Bytes)
{
    public static OnnxTensor Of(string name, ReadOnlySpan<float> values, long[] dimensions)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return new(name, OnnxElement.Single, dimensions, bytes);
    }

    public static OnnxTensor Of(string name, ReadOnlySpan<long> values)
    {
        var bytes = new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);
        }

        return new(name, OnnxElement.Int64, [values.Length], bytes);
    }

    /// <summary>Returns the tensor as a TensorProto, with its name in the file.</summary>
    public ProtobufWriter ToMessage(string name)
    {
        var message = new ProtobufWriter();
        message.Integers(1, Dimensions);
        message.Integer(2, (long)Element);
        message.Text(8, name);
        message.Bytes(9, Bytes);
        return message;
    }
}
