namespace MLNet.Gan.Metrics;

/// <summary>Something that a network hands out of each image.</summary>
/// <param name="Name">Its name in the ONNX file.</param>
/// <param name="Size">How many numbers it has.</param>
/// <param name="Point">Behind what it is taken.</param>
internal sealed record InceptionOutput(string Name, int Size, InceptionPoint Point)
{
    /// <summary>The offline network's features.</summary>
    public static InceptionOutput Mixed7 { get; } = new("features", 768, InceptionPoint.Mixed6e);

    /// <summary>What the canonical one has: as pytorch-fid's --dims, and the logits of the Inception Score.</summary>
    public static IReadOnlyList<InceptionOutput> OfCanonical { get; } =
    [
        new("features", InceptionModel.FeatureCount, InceptionPoint.Mixed7c),
        new("features_768", 768, InceptionPoint.Mixed6e),
        new("features_192", 192, InceptionPoint.SecondPool),
        new("features_64", 64, InceptionPoint.FirstPool),
        new("logits_unbiased", InceptionModel.ClassCount, InceptionPoint.Classifier),
    ];

    public bool IsLogits => Point == InceptionPoint.Classifier;
}
