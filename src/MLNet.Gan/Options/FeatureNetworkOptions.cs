namespace MLNet.Gan;

/// <summary>The options of the training of a feature network on labeled samples.</summary>
public sealed record FeatureNetworkOptions
{
    /// <summary>The shape of one sample; the sides of an image must be multiples of 4.</summary>
    public required SampleShape Shape { get; init => field = Check.NotNull(value); }

    /// <summary>The name of the network in scores.</summary>
    public required string Name { get; init => field = Check.Name(value); }

    /// <summary>The column of samples; default "Features".</summary>
    public string FeatureColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of classes, a key or whole numbers from 0; default "Label".</summary>
    public string LabelColumnName { get; init => field = Check.Name(value); } = "Label";

    /// <summary>The number of features, at least 1; default 128.</summary>
    public int FeatureSize { get; init => field = Check.Positive(value); } = 128;

    /// <summary>
    /// The channels of the first convolution, or a quarter of the width of the layers for vectors; default 32.
    /// </summary>
    public int Width { get; init => field = Check.Positive(value); } = 32;

    /// <summary>The number of passes over the data, at least 1; default 3.</summary>
    public int Epochs { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The number of samples in a batch, at least 1; default 64.</summary>
    public int BatchSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The learning rate at the start, which falls along a cosine to 0; default 1e-3.</summary>
    public double LearningRate { get; init => field = Check.Positive(value); } = 1e-3;

    /// <summary>The seed. Equal seeds give equal networks on the CPU of one machine with one number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>The receiver of the share of steps done, in [0, 1]; null (default) for none.</summary>
    public IProgress<double>? Progress { get; init; }
}
