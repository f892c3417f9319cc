using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Trains a feature network on labeled rows.</summary>
internal static class FeatureNetworkTrainer
{
    public static FeatureNetwork Train(MLContext context, IDataView data, FeatureNetworkOptions options)
    {
        if (options.Shape is { IsImage: true } shape && (shape.Height % 4 != 0 || shape.Width % 4 != 0))
            throw new InvalidOperationException(
                $"A feature network needs an image whose sides are multiples of 4, but the shape is {shape}. Pad or "
                    + "resize the images.");

        TorchLibrary.Require();
        using var scope = NewDisposeScope();
        using var threads = ThreadCount.For(options.Shape, wanted: null);
        using var recording = inference_mode(false); // Whatever mode the caller is in comes back at the end.
        var device = Devices.Of(context);
        using var samples = SampleSet.Read(
            data, options.FeatureColumnName, options.LabelColumnName, options.Shape, isBounded: options.Shape.IsImage, device);
        if (samples.ClassCounts.Count(count => count > 0) < 2)
            throw new InvalidOperationException(
                $"The rows of label column '{options.LabelColumnName}' are all of one class, but a feature network learns to "
                    + "tell classes apart. Give it rows of two classes or more.");
        using var classifier = ClassifierTrainer.Train(options, samples, device);
        var graph = classifier.ToGraph(options.Shape, options.FeatureSize, samples.Classes);
        var metadata = new Dictionary<string, string> { [GeneratorMetadata.FeatureNetworkEntry] = options.Name };
        return FeatureNetwork.FromOnnx(graph.ToBytes(metadata), options.Name);
    }
}
