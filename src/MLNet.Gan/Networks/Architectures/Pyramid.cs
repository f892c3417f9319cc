namespace MLNet.Gan;

/// <summary>The image sizes within a convolutional network.</summary>
/// <param name="Halvings">The number of halvings from the image to the base, at least 1.</param>
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

    /// <summary>
    /// Returns the channels after a number of halvings, counted from the image; they double with each of the first
    /// ones.
    /// </summary>
    /// <param name="width">The channels next to the image.</param>
    /// <param name="doublings">The number of halvings with which they double.</param>
    /// <param name="halvings">The number of halvings.</param>
    public static int Channels(int width, int doublings, int halvings) => width << Math.Min(doublings, halvings);

    private static bool Halves(int side) => side % 2 == 0 && side >= 2 * SmallestBase;
}
