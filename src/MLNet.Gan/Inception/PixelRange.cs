namespace MLNet.Gan.Inception;

/// <summary>What numbers stand for black and for white.</summary>
/// <param name="Black">The number of black, finite.</param>
/// <param name="White">The number of white, greater than that of black.</param>
public sealed record PixelRange(float Black, float White)
{
    // Half a step is added, as StyleGAN does: in between goes to the nearer byte, and a tie up.
    private readonly float _scale = White > Black && float.IsFinite(White - Black)
        ? 255 / (White - Black)
        : throw new ArgumentOutOfRangeException(
            nameof(White), White, $"White must be a finite number greater than Black, which is {Black}.");

    /// <summary>From −1 to 1, as generators end in tanh.</summary>
    public static PixelRange Signed { get; } = new(-1, 1);

    /// <summary>From 0 to 1.</summary>
    public static PixelRange Unit { get; } = new(0, 1);

    /// <summary>From 0 to 255.</summary>
    public static PixelRange Bytes { get; } = new(0, 255);

    /// <summary>The bytes of pixels, rounded to the nearest and cut to [0, 255].</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="bytes">Where the bytes go.</param>
    /// <exception cref="ArgumentException">A pixel is not a number.</exception>
    internal void Quantize(ReadOnlySpan<float> pixels, Span<byte> bytes)
    {
        var offset = 0.5f - Black * _scale;
        for (var i = 0; i < pixels.Length; i++)
        {
            if (float.IsNaN(pixels[i]))
                throw new ArgumentException($"Value {i} of the images is not a number.", nameof(pixels));
            bytes[i] = (byte)Math.Clamp(MathF.Floor(pixels[i] * _scale + offset), 0, 255);
        }
    }
}
