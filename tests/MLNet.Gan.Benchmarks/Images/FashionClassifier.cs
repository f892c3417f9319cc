using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>Our classifier of Fashion-MNIST, trained once and kept: features for distances, and labels.</summary>
internal sealed class FashionClassifier : IDisposable
{
    private const string File = "artifacts/bench/fashion-mnist-classifier.onnx";
    private const int Classes = 10;
    private const int Block = 1_000;
    private readonly FeatureNetwork _network;

    private FashionClassifier(FeatureNetwork network) => _network = network;

    private static FeatureNetworkOptions Options { get; } = new()
    {
        Name = "fashion-mnist-classifier", Shape = SampleShape.Image(1, 28, 28), Epochs = 3, Seed = 1,
    };

    /// <summary>How it is made, for a job's setup.</summary>
    public static string Setup { get; } = $"Classifier = {Options}";

    /// <summary>Its part in an evaluation.</summary>
    public EvaluationOptions Evaluation => new() { Features = _network, Classifier = _network.Output("logits") };

    /// <summary>Trains it where it is not there.</summary>
    public static void Prepare()
    {
        if (System.IO.File.Exists(File))
            return;

        Console.WriteLine("Training the classifier that judges.");
        var context = new MLContext(seed: 1);
        using var network = context.Gan.TrainFeatureNetwork(FashionMnist.Train(context), Options);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        network.Save(File);
    }

    public static FashionClassifier Load() => new(FeatureNetwork.FromOnnx(File, Options.Name));

    /// <summary>The class of each image.</summary>
    /// <param name="images">Images of 784 values, one behind the other.</param>
    public byte[] Classify(ReadOnlyMemory<float> images)
    {
        var classifier = _network.Output("logits");
        var labels = new byte[images.Length / classifier.InputSize];
        var logits = new float[Block * Classes];
        for (var start = 0; start < labels.Length; start += Block)
        {
            var count = Math.Min(Block, labels.Length - start);
            classifier.Extract(count, images.Slice(start * classifier.InputSize, count * classifier.InputSize),
                logits.AsMemory(0, count * Classes));
            for (var i = 0; i < count; i++)
                labels[start + i] = (byte)Largest(logits.AsSpan(i * Classes, Classes));
        }

        return labels;
    }

    public void Dispose() => _network.Dispose();

    private static int Largest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var i = 1; i < values.Length; i++)
            largest = values[i] > values[largest] ? i : largest;
        return largest;
    }
}
