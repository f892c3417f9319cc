using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>A feature network of a saved pipeline.</summary>
internal sealed class SavedFeatureNetwork : ISavedNetwork
{
    /// <summary>The first line of such a network's text.</summary>
    public const string Mark = "features\n";

    private readonly IFeatureExtractor _extractor;

    public SavedFeatureNetwork(string text)
    {
        var parts = text[Mark.Length..].Split('\n', 3);
        _extractor = FeatureNetwork.FromOnnx(Convert.FromBase64String(parts[2]), parts[1]).Output(parts[0]);
    }

    /// <summary>
    /// Returns a network as text: the mark, the output's name, the network's name and the ONNX file, on a line each.
    /// </summary>
    public static string Text(IFeatureExtractor extractor) => extractor switch
    {
        FeatureNetwork network => Text(network.First),
        NetworkOutput { Onnx: var onnx } output => $"{Mark}{output.Output}\n{output.Network}\n{Convert.ToBase64String(onnx)}",
        _ => throw new NotSupportedException(
            $"A pipeline with features of {extractor.GetType().Name} cannot be saved, since only a FeatureNetwork can "
                + "be. Append ml.Gan.Features after loading."),
    };

    public float[] Run(SavedGeneratorInput row)
    {
        if (row.Vector.Length != _extractor.InputSize)
            throw new InvalidOperationException(
                $"A sample has {row.Vector.Length} values, but the network '{_extractor.Name}' needs "
                    + $"{_extractor.InputSize}.");

        var (sample, features) = (new float[_extractor.InputSize], new float[_extractor.FeatureSize]);
        row.Vector.CopyTo(sample);
        _extractor.Extract(1, sample, features);
        return features;
    }
}
