namespace MLNet.Gan.Metrics;

/// <summary>The location of the files of ML.NET's ResNet-18, and how to run it.</summary>
public sealed record ResNet18Options
{
    /// <summary>
    /// The folder with ResNet18Onnx/ResNet18.onnx and ResNetPrepOnnx/ResNetPreprocess.onnx; null (default) for
    /// DnnImageModels in the application's folder, where the package Microsoft.ML.DnnImageFeaturizer.ResNet18 puts it.
    /// </summary>
    public string? Folder { get; init => field = Check.NameOrNull(value); }

    /// <summary>
    /// The values of black and white in images of floats. Null (default) is −1 and 1 as long as the values look like it:
    /// images that use exactly the values from 0 to 1 are then an error. Values far outside of the range always are.
    /// </summary>
    public PixelRange? Range { get; init; }

    /// <summary>The number of images in a batch, at least 1; default 16. The features do not depend on it.</summary>
    public int BatchSize { get; init => field = Check.Positive(value); } = 16;

    /// <summary>The number of CPU threads; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init => field = Check.NotNegative(value); }
}
