using System.Security.Cryptography;

namespace MLNet.Gan.Metrics;

/// <summary>A feature extractor of one output of a network.</summary>
internal sealed class NetworkOutput(byte[] onnx, OnnxSession session, string network, OnnxPort port) : IJointExtractor
{
    /// <summary>The bytes of the network's file.</summary>
    public byte[] Onnx => onnx;

    /// <summary>The output's name in the file.</summary>
    public string Output => port.Name;

    /// <summary>The network's name.</summary>
    public string Network => network;

    /// <summary>The shape of one sample.</summary>
    public long[] InputShape => session.Inputs[0].Dimensions[1..];

    /// <summary>Whether the network takes the same number of rows at a time.</summary>
    public bool HasFixedBatch => session.Inputs[0].Dimensions is [> 0, ..];

    /// <summary>The network's name, with the output's if it is not the first.</summary>
    public string Name => port.Name == session.Outputs[0].Name ? network : $"{network}/{port.Name}";

    public string Weights { get; } = Convert.ToHexStringLower(SHA256.HashData(onnx))[..8];

    public string Preprocessing { get; } = session.Metadata.GetValueOrDefault("preprocessing", "");

    public int InputSize { get; } = Size(session.Inputs.First(input => input.ElementType == typeof(float)));

    public int FeatureSize { get; } = Size(port);

    public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) =>
        session.Run(count, samples, default, (port.Name, features));

    public bool ExtractWith(
        IFeatureExtractor other, int count, ReadOnlyMemory<float> samples, Memory<float> features, Memory<float> answers)
    {
        var output = (other as FeatureNetwork)?.First ?? other as NetworkOutput;
        if (output is null || !output.IsOf(session) || output.Output == Output)
            return false;
        session.Run(count, samples, default, (Output, features), (output.Output, answers));
        return true;
    }

    private bool IsOf(OnnxSession another) => session == another;

    private static int Size(OnnxPort port) => port.Dimensions is [_, .. var rest] && rest.All(size => size > 0)
        ? (int)rest.Aggregate(1L, (product, size) => product * size)
        : throw new FormatException(
            $"'{port.Name}' of the network has the dimensions [{string.Join(", ", port.Dimensions)}], but all behind "
                + "the first, the batch, must be known. Export it with fixed sizes, as torch.onnx.export does unless dynamic_axes "
                + "names other axes than the first.");
}
