using System.Security.Cryptography;

namespace MLNet.Gan.Metrics;

/// <summary>The checked and folded weights of the network.</summary>
/// <param name="Source">The SHA-256 of both files concatenated, in hexadecimal digits.</param>
/// <param name="Convolutions">The weights of each convolution.</param>
/// <param name="MeanImage">The mean image [3, 224, 224], which is subtracted: blue, green, red.</param>
internal sealed record ResNet18Model(
    string Source, IReadOnlyDictionary<ResNet18Convolution, FoldedConvolution> Convolutions, float[] MeanImage)
{
    /// <summary>The side of the images that the network was trained on.</summary>
    public const int Side = 224;

    // The value in the file.
    private const double Epsilon = 1e-5f;

    /// <summary>Reads the network from the files of the package.</summary>
    /// <exception cref="FormatException">A file is not that of the package, or damaged.</exception>
    public static ResNet18Model Read(ResNet18Files files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var weights = Tensors(files.Network);
        var convolutions = ResNet18Block.Convolutions.ToDictionary(layer => layer, layer => FoldedConvolution.Of(
            weights.Get($"Parameter{layer.Kernel}", layer.Outputs, layer.Inputs, layer.Size, layer.Size),
            weights.Get($"Parameter{layer.Norm}", layer.Outputs),
            weights.Get($"Parameter{layer.Norm + 1}", layer.Outputs),
            weights.Get($"Constant{layer.Norm + 2}", layer.Outputs),
            weights.Variances($"Constant{layer.Norm + 3}", layer.Outputs),
            Epsilon));
        var mean = Tensors(files.Mean).Get("MeanImage", 1, 3, Side, Side);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), convolutions, mean);

        CheckedWeights Tensors(string path)
        {
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(bytes);
            return new(
                OnnxWeights.Read(bytes).Tensors.ToDictionary(
                    tensor => tensor.Key, tensor => new WeightTensor(tensor.Value.Shape, tensor.Value.Values)),
                "ML.NET's ResNet-18",
                $"Use '{path}' of {ResNet18Files.Package} {ResNet18Files.Version}, copied whole.");
        }
    }
}
