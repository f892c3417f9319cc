using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>Constants of other types than a network's weights, and conversions between types.</summary>
internal static class OnnxTables
{
    /// <summary>Adds a list of values: <see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="string"/>.</summary>
    public static OnnxValue Table<T>(this OnnxGraph graph, params ReadOnlySpan<T> values)
    {
        var tensor = values.ToArray() switch
        {
            float[] singles => Raw(OnnxElement.Single, singles),
            double[] doubles => Raw(OnnxElement.Double, doubles),
            long[] integers => Raw(OnnxElement.Int64, integers),
            string[] texts => new TensorProto { DataType = (int)OnnxElement.Text, StringData = { texts.Select(ByteString.CopyFromUtf8) } },
            _ => throw new ArgumentException($"A table cannot hold {typeof(T).Name} values.", nameof(values)),
        };
        tensor.Dims.Add(values.Length);
        return graph.Tensor("table", tensor);
    }

    /// <summary>Adds a single number of double precision, without a dimension.</summary>
    public static OnnxValue Number(this OnnxGraph graph, double value) =>
        graph.Tensor(value.ToString(CultureInfo.InvariantCulture), Raw(OnnxElement.Double, [value]));

    /// <summary>Adds a conversion.</summary>
    public static OnnxValue Cast(this OnnxGraph graph, OnnxValue value, OnnxElement element) =>
        graph.Add("Cast", [value], OnnxAttribute.Of("to", (long)element));

    // Raw data are little-endian, as every processor is that .NET and ONNX Runtime share.
    private static TensorProto Raw<T>(OnnxElement element, T[] values) where T : unmanaged => new()
    {
        DataType = (int)element,
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<T>(values)),
    };
}
