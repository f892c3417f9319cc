namespace MLNet.Gan;

/// <summary>Resizes the whole image by one factor, and centers it in a black one of the target size.</summary>
public sealed record PadResizing : IImageResizing
{
    /// <inheritdoc/>
    public ResizePlan Plan(int height, int width, int newHeight, int newWidth)
    {
        var scale = Math.Min((double)newHeight / height, (double)newWidth / width);
        var (rows, columns) = (Side(height * scale, newHeight), Side(width * scale, newWidth));
        return new(new(0, 0, height, width), new((newHeight - rows) / 2, (newWidth - columns) / 2, rows, columns));
    }

    private static int Side(double length, int most) => Math.Clamp((int)Math.Round(length), 1, most);
}
