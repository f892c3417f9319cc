namespace MLNet.Gan.Metrics;

/// <summary>The file of the Inception network, and how it computes features.</summary>
public sealed record InceptionOptions
{
    /// <summary>
    /// The file of weights: an imported ONNX file, or pt_inception-2015-12-05-6726825d.pth, which is then imported, once;
    /// null (default) for the network that was imported before.
    /// </summary>
    public string? Weights { get; init => field = Check.NameOrNull(value); }

    /// <summary>The preprocessing of images; default <see cref="TensorflowResize"/>.</summary>
    public IPreprocessing Preprocessing { get; init => field = Check.NotNull(value); } = new TensorflowResize();

    /// <summary>
    /// The number of features: 64, 192, 768 or 2048; null (default) for the 2048 of FID's definition.
    /// </summary>
    public int? FeatureSize
    {
        get;
        init => field = value is null or 64 or 192 or 768 or 2048 ? value : throw new ArgumentOutOfRangeException(
            nameof(FeatureSize), value, $"FeatureSize must be 64, 192, 768, 2048 or null, but is {value}.");
    }

    /// <summary>
    /// Whether to compute the 1008 logits, without the last layer's bias, as well; default false. A pipeline has them
    /// in a column with the features' name and the suffix "Logits".
    /// </summary>
    public bool WithLogits { get; init; }

    /// <summary>
    /// The values of black and white in images of floats. Null (default) is −1 and 1 as long as the values look like it:
    /// images that use exactly the values from 0 to 1 are then an error. Values far outside of the range always are.
    /// </summary>
    public PixelRange? Range { get; init; }

    /// <summary>
    /// The shape of images of a column whose type does not have it; null (default) to use that of the type. A type with
    /// three dimensions must have exactly these.
    /// </summary>
    public SampleShape? Shape { get; init; }

    /// <summary>The number of images in a batch, at least 1; default 16. The features do not depend on it.</summary>
    public int BatchSize { get; init => field = Check.Positive(value); } = 16;

    /// <summary>The number of CPU threads; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init => field = Check.NotNegative(value); }

    /// <summary>
    /// Whether waiting threads spin for long; default false. It gains a few percent on an idle machine and loses far
    /// more on a busy one.
    /// </summary>
    public bool AllowSpinning { get; init; }

    /// <summary>Whether to allocate one block of memory for a batch; default false, which needs a third less.</summary>
    public bool MemoryPattern { get; init; }

    /// <summary>
    /// The library of a CUDA provider for an ONNX Runtime that was built without one; null (default) for that of the
    /// environment variable GAN_CUDA_PROVIDER, if set.
    /// </summary>
    public string? CudaProvider { get; init => field = Check.NameOrNull(value); }
}
