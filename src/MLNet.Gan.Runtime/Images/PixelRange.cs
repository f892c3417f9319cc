using System.Globalization;

namespace MLNet.Gan;

/// <summary>The pixel values of black and white.</summary>
public sealed record PixelRange
{
    /// <summary>Initializes a range.</summary>
    /// <param name="black">The value of black, finite.</param>
    /// <param name="white">The value of white, finite and greater than that of black.</param>
    public PixelRange(float black, float white)
    {
        if (!(white > black) || !float.IsFinite(white - black))
        {
            throw new ArgumentOutOfRangeException(
                nameof(white), white, $"White must be a finite number greater than black, which is {black}.");
        }

        (Black, White) = (black, white);
    }

    /// <summary>The value of black.</summary>
    public float Black { get; }

    /// <summary>The value of white.</summary>
    public float White { get; }

    /// <summary>From −1 to 1, the range of tanh.</summary>
    public static PixelRange PlusMinusOne { get; } = new(-1, 1);

    /// <summary>From 0 to 1.</summary>
    public static PixelRange Unit { get; } = new(0, 1);

    /// <summary>From 0 to 255.</summary>
    public static PixelRange Bytes { get; } = new(0, 255);

    /// <summary>The arguments of ML.NET's ExtractPixels that give this range, behind a comma; empty for its defaults.</summary>
    internal string ExtractPixelsArguments => this == PlusMinusOne ? ", offsetImage: 127.5f, scaleImage: 1 / 127.5f"
        : this == Unit ? ", scaleImage: 1 / 255f"
        : this == Bytes ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $", offsetImage: {-Black * 255 / (White - Black):R}f, scaleImage: {(White - Black) / 255:R}f");

    /// <summary>Checks that pixels use this range.</summary>
    /// <param name="images">The pixels of some images.</param>
    /// <param name="isDeclared">Whether the range was declared, so that values from 0 to 1 are meant as they are.</param>
    /// <exception cref="ArgumentException">They use another one.</exception>
    internal void Require(ReadOnlySpan<float> images, bool isDeclared)
    {
        var seen = new ValueRange(this, isDeclared);
        seen.Add(images);
        if (seen.Misfit() is { } misfit)
            throw new ArgumentException($"The pixels {misfit.Message}. {misfit.ColumnAdvice("Range")}", nameof(images));
    }

    /// <summary>Converts pixels to bytes, rounded to the nearest and clamped to [0, 255].</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="bytes">The destination of the bytes.</param>
    /// <exception cref="ArgumentException">
    /// A pixel is not a number, or many are far outside of the range.
    /// </exception>
    internal void Quantize(ReadOnlySpan<float> pixels, Span<byte> bytes)
    {
        var seen = new ValueRange(this, IsDeclared: true);
        seen.Add(pixels);
        if (seen.IsFar && seen.Misfit() is { } misfit)
            throw new ArgumentException($"The pixels {misfit.Message}. {misfit.ColumnAdvice("Range")}", nameof(pixels));

        // Half a step is added, as in StyleGAN, so that values are rounded to the nearest byte, and ties up.
        var scale = 255 / (White - Black);
        var offset = 0.5f - Black * scale;
        for (var i = 0; i < pixels.Length; i++)
        {
            if (float.IsNaN(pixels[i]))
                throw new ArgumentException($"Value {i} of the images is not a number.", nameof(pixels));
            bytes[i] = (byte)Math.Clamp(MathF.Floor(pixels[i] * scale + offset), 0, 255);
        }
    }
}
