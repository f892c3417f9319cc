namespace MLNet.Gan.Tool.Images;

/// <summary>How to read or generate images.</summary>
internal sealed record ImageRequest
{
    /// <summary>The number of images to generate; null if not given.</summary>
    public int? Count { get; init; }

    /// <summary>The number of images of statistics whose file does not have it, of at most one side; null if not given.</summary>
    public int? StatisticsCount { get; init; }

    /// <summary>The seed of latents.</summary>
    public int Seed { get; init; }

    /// <summary>Where in a folder images are searched.</summary>
    public ImageSearch Search { get; init; } = new();

    /// <summary>Whether files that cannot be read are left out.</summary>
    public bool SkipsBad { get; init; }

    /// <summary>The names of the arrays in .npz files.</summary>
    public ArrayNames Arrays { get; init; } = new();

    /// <summary>The properties that a generator's file does not specify.</summary>
    public ExternalGeneratorOptions Generator { get; init; } = new();
}
