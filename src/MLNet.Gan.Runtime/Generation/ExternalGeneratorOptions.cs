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

    /// <summary>The values of black and white; null (default) for −1 and 1 as long as the values look like it.</summary>
    public PixelRange? Range { get; init; }

    /// <summary>The input of latents; null (default) for the only input of vectors of floats.</summary>
    public string? LatentInput { get; init; }

    /// <summary>The input of classes; null (default) for the only input of integers.</summary>
    public string? ClassInput { get; init; }

    /// <summary>The output of images; null (default) for the only one.</summary>
    public string? Output { get; init; }

    /// <summary>The values of other inputs by their names.</summary>
    public IReadOnlyDictionary<string, float> Constants { get; init; } = new Dictionary<string, float>();

    /// <summary>The number of CPU threads; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init => field = Check.NotNegative(value); }
}
