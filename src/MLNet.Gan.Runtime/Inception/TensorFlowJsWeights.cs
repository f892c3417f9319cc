using System.Text;
using System.Text.Json;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads a layers model of TensorFlow.js as the npm package <c>nsfwjs</c> bundles it: <c>model.min.js</c>, which lists the
/// tensors, and the shards it names, whose base64 holds them quantized to bytes, w = q · scale + min.
/// </summary>
internal static class TensorFlowJsWeights
{
    private const string Model = "model.min.js";
    private const int MostShards = 64;

    /// <summary>The tensors by Keras's names, with kernels of convolutions as (out, in, height, width).</summary>
    /// <param name="folder">The folder of the model.</param>
    /// <exception cref="FormatException">A file is damaged, hostile, missing or not of this form.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return WeightFile.Read(Path.Combine(folder, Model), "a bundled model of TensorFlow.js", bytes =>
        {
            try
            {
                using var model = JsonDocument.Parse(JavaScriptLiteral.Object(Encoding.UTF8.GetString(bytes)));
                return Weights(folder, model.RootElement.GetProperty("weightsManifest"));
            }
            catch (Exception damage)
                when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"Its list of tensors is damaged: {damage.Message}", damage);
            }
        });
    }

    private static Dictionary<string, WeightTensor> Weights(string folder, JsonElement manifest)
    {
        var weights = new Dictionary<string, WeightTensor>();
        var left = WeightFile.MostValues;
        var shards = manifest.EnumerateArray().Sum(group => group.GetProperty("paths").GetArrayLength());
        if (shards > MostShards)
            throw new FormatException($"It names {shards} shards, more than {MostShards}.");

        foreach (var group in manifest.EnumerateArray())
        {
            var bytes = Bytes(folder, group.GetProperty("paths"), ref left);
            foreach (var weight in group.GetProperty("weights").EnumerateArray())
            {
                var name = weight.GetProperty("name").GetString() ?? throw new FormatException("A tensor has no name.");
                if (!weights.TryAdd(name, Tensor(name, weight, bytes)))
                    throw new FormatException($"It has the tensor '{name}' twice.");
            }

            if (bytes.Position != bytes.Length)
                throw new FormatException($"Its shards have {bytes.Length} bytes, but its tensors {bytes.Position}.");
        }

        return weights;
    }

    private static MemoryStream Bytes(string folder, JsonElement paths, ref int left)
    {
        var bytes = new MemoryStream();
        foreach (var path in paths.EnumerateArray())
        {
            var shard = Shard(folder, path.GetString() ?? "");
            if ((left -= shard.Length) < 0)
                throw new FormatException($"Its shards have more than {WeightFile.MostValues} bytes.");

            bytes.Write(shard);
        }

        bytes.Position = 0;
        return bytes;
    }

    private static byte[] Shard(string folder, string name)
    {
        if (name.Length is 0 or > 100 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            throw new FormatException("It names a shard with more than letters, digits, _ and -.");

        var path = Path.Combine(folder, $"{name}.min.js");
        if (!File.Exists(path))
            throw new FormatException($"Its shard '{path}' is missing.");

        try
        {
            var source = Encoding.UTF8.GetString(WeightFile.Bytes(path));
            return Convert.FromBase64String(JavaScriptLiteral.Text(source).ToString());
        }
        catch (FormatException damage)
        {
            throw new FormatException($"Its shard '{path}' is damaged: {damage.Message}", damage);
        }
    }

    private static WeightTensor Tensor(string name, JsonElement weight, MemoryStream bytes)
    {
        var (shape, count) =
            ExpectedWeight.Check([.. weight.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())]);
        var quantization = weight.GetProperty("quantization");
        if (weight.GetProperty("dtype").GetString() != "float32" || quantization.GetProperty("dtype").GetString() != "uint8")
            throw new FormatException($"The tensor '{name}' is not one of floats in bytes.");
        if (count > bytes.Length - bytes.Position)
            throw new FormatException(
                $"The tensor '{name}' needs {count} bytes, but {bytes.Length - bytes.Position} are left.");

        var (scale, smallest) = (quantization.GetProperty("scale").GetDouble(), quantization.GetProperty("min").GetDouble());
        var quantized = new byte[count];
        bytes.ReadExactly(quantized);
        var tensor = new WeightTensor(shape, Array.ConvertAll(quantized, q => (float)(q * scale + smallest)));
        return shape.Length == 4 ? ExpectedWeight.ChannelsFirst(tensor) : tensor;
    }
}
