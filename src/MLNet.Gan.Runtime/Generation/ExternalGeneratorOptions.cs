namespace MLNet.Gan;

/// <summary>What must be known of a generator and its ONNX file does not say.</summary>
internal sealed record ExternalGeneratorOptions
{
    /// <summary>The length of a latent vector; null (default) when the file says it.</summary>
    public int? LatentSize { get; init => field = value is null ? null : Check.Positive(value.Value); }

    /// <summary>The number of classes; null (default) without, or when the file says it.</summary>
    public int? Classes { get; init => field = value is null ? null : Check.Positive(value.Value); }

    /// <summary>Whether latents are uniform in [−1, 1], as against normal; default false.</summary>
    public bool IsUniform { get; init; }

    /// <summary>Whether it makes values in [0, 1], as against [−1, 1]; default false.</summary>
    public bool IsFromZero { get; init; }

    /// <summary>How many CPU threads it may use; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init => field = Check.NotNegative(value); }
}
