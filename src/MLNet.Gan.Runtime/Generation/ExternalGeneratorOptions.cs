namespace MLNet.Gan;

/// <summary>The properties of a generator that its ONNX file may not specify.</summary>
internal sealed record ExternalGeneratorOptions
{
    /// <summary>The length of a latent vector; null (default) if the file specifies it.</summary>
    public int? LatentSize { get; init => field = value is null ? null : Check.Positive(value.Value); }

    /// <summary>The number of classes; null (default) without classes, or if the file specifies it.</summary>
    public int? Classes { get; init => field = value is null ? null : Check.Positive(value.Value); }

    /// <summary>Whether latents are uniform in [−1, 1] instead of normal; default false.</summary>
    public bool IsUniform { get; init; }

    /// <summary>Whether generated values lie in [0, 1] instead of [−1, 1]; default false.</summary>
    public bool IsFromZero { get; init; }

    /// <summary>The number of CPU threads; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init => field = Check.NotNegative(value); }
}
