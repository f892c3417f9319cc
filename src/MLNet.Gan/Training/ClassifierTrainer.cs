using static TorchSharp.torch.nn;

namespace MLNet.Gan;

/// <summary>Trains a small classifier by cross-entropy.</summary>
internal static class ClassifierTrainer
{
    /// <summary>The trained classifier, which the caller owns.</summary>
    public static FeatureClassifier Train(FeatureNetworkOptions options, SampleSet samples, Device device)
    {
        using var random = new Generator((ulong)options.Seed);
        var network = new FeatureClassifier(
            new NetworkSpec(options.Shape, samples.Classes, random, device), options.Width, options.FeatureSize);
        try
        {
            Descend(network, options, samples);
            network.eval();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void Descend(FeatureClassifier network, FeatureNetworkOptions options, SampleSet samples)
    {
        var batchSize = Math.Min(options.BatchSize, samples.Count);
        var steps = (int)Math.Max(1, (long)options.Epochs * samples.Count / batchSize);
        using var trainable = new TrainableNetwork<FeatureClassifier>(network, new Adam
        {
            LearningRate = Schedule.Cosine(options.LearningRate, 0, steps), Beta1 = 0.9, Beta2 = 0.999,
        }, hooks: []);

        foreach (var (step, rows) in samples.Rows(options.Seed, balanced: false).Chunk(batchSize).Take(steps).Index())
        {
            using var scope = NewDisposeScope();
            var batch = samples[rows];
            trainable.Step(functional.cross_entropy(network.forward(batch.Samples), batch.Labels!), step);
            if (step % 50 == 0 || step + 1 == steps)
                options.Progress?.Report((step + 1.0) / steps);
        }
    }
}
