namespace MLNet.Gan;

/// <summary>
/// How to draw samples from an ONNX generator of any origin, and its properties that the file does not specify.
/// </summary>
/// <remarks>
/// The generator has an input of latents [N, …] and optionally one of classes, which are integers [N] or [N, 1], or
/// one-hot vectors [N, K]; other inputs, such as the strength of a truncation, have the same value for all samples. Its
/// output is images [N, C, H, W] or [N, H, W, C]. Inputs and output may be of half, single or double precision; an output
/// of bytes is from 0 to 255. Files of this package specify all properties.
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

    /// <summary>
    /// The generated values of black and white. Null (default) is −1 and 1 as long as the values look like it: values from
    /// 0 to 1 are then an error. Values that are far outside of the range always are. An output of bytes has no range.
    /// </summary>
    public PixelRange? Range { get; init; }

    /// <summary>The input of latents; null (default) for the only input of vectors of floats.</summary>
    public string? LatentInput { get; init => field = Check.NameOrNull(value); }

    /// <summary>
    /// The input of classes; null (default) for the only input of integers. An input of one-hot vectors must be named.
    /// </summary>
    public string? ClassInput { get; init => field = Check.NameOrNull(value); }

    /// <summary>The output of images; null (default) for the only one.</summary>
    public string? Output { get; init => field = Check.NameOrNull(value); }

    /// <summary>
    /// The values of other inputs by their names, such as <c>["psi"] = 0.7f</c>; every number of the input has that value.
    /// Default none.
    /// </summary>
    public IReadOnlyDictionary<string, float> Constants { get; init => field = Check.NotNull(value); } =
        new Dictionary<string, float>();

    internal ExternalGeneratorOptions ExternalOptions => new()
    {
        LatentSize = LatentSize, Classes = Classes, IsUniform = IsUniform, Range = Range, LatentInput = LatentInput,
        ClassInput = ClassInput, Output = Output, Constants = Constants,
    };
}
