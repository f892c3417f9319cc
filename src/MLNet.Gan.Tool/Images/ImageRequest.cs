namespace MLNet.Gan.Tool.Images;

/// <summary>How images are to be read or generated.</summary>
internal sealed record ImageRequest
{
    /// <summary>How many images a generator makes; null where it was not said.</summary>
    public int? Count { get; init; }

    /// <summary>How many images statistics stand for that do not say it; null where that was not said either.</summary>
    public int? StatisticsCount { get; init; }

    /// <summary>What latents are drawn from.</summary>
    public int Seed { get; init; }

    /// <summary>Whether files that cannot be read are left out.</summary>
    public bool SkipsBad { get; init; }

    /// <summary>What a generator's file does not say.</summary>
    public ExternalGeneratorOptions Generator { get; init; } = new();
}
