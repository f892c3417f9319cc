namespace MLNet.Gan.Metrics;

/// <summary>An output of the network.</summary>
/// <param name="Name">Its name in the ONNX file.</param>
/// <param name="Size">The number of its values for each image.</param>
/// <param name="Point">The point in the network where it is taken.</param>
internal sealed record InceptionOutput(string Name, int Size, InceptionPoint Point)
{
    /// <summary>All outputs: those of pytorch-fid's --dims, and the logits of the Inception Score.</summary>
    public static IReadOnlyList<InceptionOutput> All { get; } =
    [
        new("features", InceptionModel.FeatureCount, InceptionPoint.Mixed7c),
        new("features_768", 768, InceptionPoint.Mixed6e),
        new("features_192", 192, InceptionPoint.SecondPool),
        new("features_64", 64, InceptionPoint.FirstPool),
        new("logits_unbiased", InceptionModel.ClassCount, InceptionPoint.Classifier),
    ];

    /// <summary>Returns the features of a size, 2048 by default, and the logits if requested.</summary>
    public static IReadOnlyList<InceptionOutput> Of(int? featureSize, bool withLogits) =>
    [
        All.First(output => !output.IsLogits && output.Size == (featureSize ?? InceptionModel.FeatureCount)),
        .. All.Where(output => withLogits && output.IsLogits),
    ];

    public bool IsLogits => Point == InceptionPoint.Classifier;
}
