using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>Opens the Inception network, with its logits.</summary>
internal static class InceptionScorer
{
    private static readonly IPreprocessing[] Ways = [new TensorflowResize(), new PytorchFidResize(), new CleanResize()];

    /// <summary>Opens a network that was imported.</summary>
    /// <param name="request">How to run it.</param>
    /// <param name="weights">Its file; null for the only one.</param>
    /// <exception cref="FormatException">There is no such preprocessing.</exception>
    /// <exception cref="FileNotFoundException">No network was imported.</exception>
    public static ImageScorer Open(NetworkRequest request, string? weights) => new(InceptionNetwork.Open(new()
    {
        Preprocessing = request.Preprocessing is not { } name ? Ways[0]
            : Ways.FirstOrDefault(way => way.Name == name) ?? throw new FormatException(
                $"There is no preprocessing '{name}'. There are {string.Join(", ", Ways.Select(way => way.Name))}."),
        Weights = weights,
        WithLogits = true,
        BatchSize = request.Batch,
        Threads = request.Threads,
    }).Images);
}
