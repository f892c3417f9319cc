namespace MLNet.Gan;

/// <summary>Crops the image to the largest centered rectangle of the target's proportions, and resizes it.</summary>
public sealed record CropResizing : IImageResizing
{
    /// <inheritdoc/>
    public ResizePlan Plan(int height, int width, int newHeight, int newWidth)
    {
        var scale = Math.Min((double)height / newHeight, (double)width / newWidth);
        var (rows, columns) = (Side(newHeight * scale, height), Side(newWidth * scale, width));
        return new(new((height - rows) / 2, (width - columns) / 2, rows, columns), new(0, 0, newHeight, newWidth));
    }

    private static int Side(double length, int most) => Math.Clamp((int)Math.Round(length), 1, most);
}
