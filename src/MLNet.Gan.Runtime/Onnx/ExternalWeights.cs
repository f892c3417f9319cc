using System.Globalization;
using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>
/// The weights of an ONNX model that lie in files beside it, as PyTorch's exporter writes them ("model.onnx.data").
/// </summary>
internal static class ExternalWeights
{
    private const string Location = "location";

    /// <summary>Returns the model with these weights inside, so that it depends on no other file.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">A file of weights is missing.</exception>
    /// <exception cref="FormatException">
    /// The model names a file outside of its own folder or a part of a file that is not there, or the weights are too
    /// large.
    /// </exception>
    public static byte[] Embed(byte[] model, string path)
    {
        var (parsed, tensors) = Find(model);
        if (tensors.Count == 0)
            return model;

        var folder = new ModelFolder(path);
        var total = (long)model.Length;
        foreach (var tensor in tensors)
        {
            var file = folder.Find(Text(tensor, Location)!);
            var (offset, length) = Part(tensor, file);
            if ((total += length) > Array.MaxLength)
                throw new FormatException("Its weights in other files have more than the 2 GiB that are read at most. Use "
                    + "a smaller model, or one of half precision inside.");
            tensor.RawData = UnsafeByteOperations.UnsafeWrap(Read(file, offset, length));
            tensor.ExternalData.Clear();
            tensor.DataLocation = TensorProto.Types.DataLocation.Default;
        }

        return parsed!.ToByteArray();
    }

    /// <summary>Throws if weights lie in other files, which ONNX Runtime would look for in the current folder.</summary>
    /// <exception cref="FormatException">There are such weights.</exception>
    public static void Refuse(byte[] model)
    {
        if (Find(model).Tensors is [var tensor, ..])
            throw new FormatException(
                $"The model has weights in the file '{Text(tensor, Location)}', which its bytes do not contain. Open it by "
                    + "its path, beside which that file must lie.");
    }

    private static (ModelProto? Model, List<TensorProto> Tensors) Find(byte[] model)
    {
        if (model.AsSpan().IndexOf("location"u8) < 0)
            return (null, []); // Without parsing what may be large.
        try
        {
            var parsed = ModelProto.Parser.ParseFrom(model);
            return (parsed, [.. ModelTensors.Of(parsed).Where(tensor => Text(tensor, Location) is not null)]);
        }
        catch (InvalidProtocolBufferException)
        {
            return (null, []); // ONNX Runtime says what is wrong.
        }
    }

    private static (long Offset, long Length) Part(TensorProto tensor, FileInfo file)
    {
        var offset = Number(tensor, "offset") ?? 0;
        var length = Number(tensor, "length") ?? file.Length - offset;
        return offset >= 0 && length >= 0 && offset <= file.Length && length <= file.Length - offset
            ? (offset, length)
            : throw new FormatException(
                $"Its weights '{tensor.Name}' are the bytes from {offset} to {offset + (decimal)length} of '{file.FullName}', "
                    + $"which has {file.Length}. Copy that file again, whole, or export the model again.");
    }

    private static byte[] Read(FileInfo file, long offset, long length)
    {
        using var stream = file.OpenRead();
        stream.Position = offset;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static long? Number(TensorProto tensor, string key) => Text(tensor, key) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"The {key} of its weights '{tensor.Name}' is '{text}', which is no number. Export the model again.");

    private static string? Text(TensorProto tensor, string key) =>
        tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;
}
