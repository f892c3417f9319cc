namespace MLNet.Gan;

/// <summary>How to draw samples from an ONNX generator of anybody's, and what its file does not say of it.</summary>
/// <remarks>
/// The generator takes one input of floats, the latents, and perhaps one of Int64, the classes, and gives images
/// [N, C, H, W]. Files of this package say all of it themselves.
/// </remarks>
public sealed record OnnxGenerator
{
    /// <summary>How many samples to draw, at least 2; default 10 000.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 10_000;

    /// <summary>What latents and classes are drawn from; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The length of a latent vector; null (default) when the file says it.</summary>
    public int? LatentSize { get; init => field = value is { } size ? Check.Positive(size) : null; }

    /// <summary>The number of classes, drawn equally often; null (default) without, or when the file says it.</summary>
    public int? Classes { get; init => field = value is { } count ? Check.Positive(count) : null; }

    /// <summary>Whether latents are uniform in [−1, 1], as against normal; default false.</summary>
    public bool IsUniform { get; init; }

    /// <summary>Whether it makes values in [0, 1], as against [−1, 1]; default false.</summary>
    public bool IsFromZero { get; init; }

    internal ExternalGeneratorOptions ExternalOptions => new()
    {
        LatentSize = LatentSize, Classes = Classes, IsUniform = IsUniform, IsFromZero = IsFromZero,
    };
}
