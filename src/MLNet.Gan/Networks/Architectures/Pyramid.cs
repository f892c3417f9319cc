namespace MLNet.Gan;

/// <summary>The sizes that an image has on its way through a convolutional network.</summary>
/// <param name="Halvings">How often the sides are halved from the image to the base, at least 1.</param>
/// <param name="Height">The rows of the base.</param>
/// <param name="Width">The columns of the base.</param>
internal sealed record Pyramid(int Halvings, int Height, int Width)
{
    private const int SmallestBase = 4;
    private const int LargestBase = 7;

    /// <summary>Halves the sides while both stay whole and at least 4.</summary>
    /// <exception cref="InvalidOperationException">The shorter side does not reach 4 to 7 that way.</exception>
    public static Pyramid Of(SampleShape shape, string family)
    {
        var (halvings, height, width) = (0, shape.Height, shape.Width);
        for (; Halves(height) && Halves(width); halvings++)
            (height, width) = (height / 2, width / 2);
        return shape.IsImage && halvings > 0 && Math.Min(height, width) <= LargestBase
            ? new(halvings, height, width)
            : throw new InvalidOperationException(
                $"{family} needs an image whose sides can be halved until the shorter one is 4 to 7, such as 28, 32 or "
                    + $"64, but the shape is {shape}. Use Mlp, or pad or resize the images.");
    }

    /// <summary>Channels that double with the halvings seen from the image, for a number of times.</summary>
    /// <param name="width">The channels next to the image.</param>
    /// <param name="doublings">How often they double.</param>
    /// <param name="halvings">How often the sides are halved where the channels are asked for.</param>
    public static int Channels(int width, int doublings, int halvings) => width << Math.Min(doublings, halvings);

    private static bool Halves(int side) => side % 2 == 0 && side >= 2 * SmallestBase;
}
