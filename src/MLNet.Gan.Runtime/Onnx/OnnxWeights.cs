using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>
/// The metadata and the float weights of an ONNX file, written as raw bytes (by <see cref="OnnxGraph"/>) or as one packed
/// list of floats (by CNTK).
/// </summary>
internal sealed record OnnxWeights(
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, (int[] Shape, float[] Values)> Tensors)
{
    /// <summary>Reads a file. Nodes, tensors of other types and unknown fields are skipped.</summary>
    /// <exception cref="FormatException">The bytes are not such a file.</exception>
    public static OnnxWeights Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var model = ModelProto.Parser.ParseFrom(file);
            var tensors = model.Graph?.Initializer ?? [];
            return new(
                model.MetadataProps.ToDictionary(entry => entry.Key, entry => entry.Value),
                tensors.Where(tensor => tensor.DataType == (int)OnnxElement.Single).ToDictionary(
                    tensor => tensor.Name, tensor => (Shape(tensor), Values(tensor))));
        }
        catch (Exception damage) when (damage is InvalidProtocolBufferException or ArgumentException) // Or a name twice.
        {
            throw new FormatException(
                $"The {file.Length} bytes are not an ONNX file that can be read. {damage.Message} Get the file again, and "
                    + "check that it was copied whole.",
                damage);
        }
    }

    private static int[] Shape(TensorProto tensor) =>
        [.. tensor.Dims.Select(size => (int)Math.Clamp(size, -1, int.MaxValue))];

    private static float[] Values(TensorProto tensor) =>
        tensor.FloatData.Count == 0 ? MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray() : [.. tensor.FloatData];
}
