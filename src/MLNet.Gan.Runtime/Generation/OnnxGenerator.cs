namespace MLNet.Gan;

/// <summary>
/// How to draw samples from an ONNX generator of any origin, and its properties that the file does not specify.
/// </summary>
/// <remarks>
/// The generator has one input of floats, the latents, and optionally one of Int64, the classes, and an output of
/// images [N, C, H, W]. Files of this package specify all properties.
/// </remarks>
public sealed record OnnxGenerator
{
    /// <summary>The number of samples to draw, at least 2; default 10 000.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 10_000;

    /// <summary>The seed of latents and classes; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The length of a latent vector; null (default) if the file specifies it.</summary>
    public int? LatentSize { get; init => field = value is { } size ? Check.Positive(size) : null; }

    /// <summary>
    /// The number of classes, drawn equally often; null (default) without classes, or if the file specifies it.
    /// </summary>
    public int? Classes { get; init => field = value is { } count ? Check.Positive(count) : null; }

    /// <summary>Whether latents are uniform in [−1, 1] instead of normal; default false.</summary>
    public bool IsUniform { get; init; }

    /// <summary>Whether generated values lie in [0, 1] instead of [−1, 1]; default false.</summary>
    public bool IsFromZero { get; init; }

    internal ExternalGeneratorOptions ExternalOptions => new()
    {
        LatentSize = LatentSize, Classes = Classes, IsUniform = IsUniform, IsFromZero = IsFromZero,
    };
}
