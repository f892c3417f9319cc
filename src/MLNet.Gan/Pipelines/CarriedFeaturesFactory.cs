using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Pipelines;

/// <summary>Gives ML.NET the step of a saved feature network. It is for ML.NET's loader, not for callers.</summary>
[CustomMappingFactoryAttribute(Contract)]
public sealed class CarriedFeaturesFactory : CustomMappingFactory<CarriedSource, CarriedFeatures>
{
    internal const string Contract = "MLNet.Gan.Features";
    private static readonly Decoded<IFeatureExtractor> Extractors = new(Decode);

    /// <inheritdoc/>
    public override Action<CarriedSource, CarriedFeatures> GetMapping() => Map;

    /// <summary>A network as text: the output's name, the network's name and the ONNX file, a line each.</summary>
    internal static string Text(IFeatureExtractor extractor) => extractor switch
    {
        FeatureNetwork network => Text(network.First),
        NetworkOutput { Onnx: var onnx } output => $"{output.Output}\n{output.Name}\n{Convert.ToBase64String(onnx)}",
        _ => throw new NotSupportedException(
            $"A pipeline with features of {extractor.GetType().Name} cannot be saved, since only a FeatureNetwork can "
                + "be. Append ml.Gan.Features after loading."),
    };

    internal static void Map(CarriedSource source, CarriedFeatures destination)
    {
        var extractor = Extractors.Of(source.Payload);
        if (source.Sample.Length != extractor.InputSize)
            throw new InvalidOperationException(
                $"A sample has {source.Sample.Length} values, but the network '{extractor.Name}' needs "
                    + $"{extractor.InputSize}.");

        var (sample, features) = (new float[extractor.InputSize], new float[extractor.FeatureSize]);
        source.Sample.CopyTo(sample);
        extractor.Extract(1, sample, features);
        destination.Features = new VBuffer<float>(features.Length, features);
    }

    private static IFeatureExtractor Decode(string text)
    {
        var parts = text.Split('\n', 3);
        return FeatureNetwork.FromOnnx(Convert.FromBase64String(parts[2]), parts[1]).Output(parts[0]);
    }
}
