namespace MLNet.Gan;

/// <summary>Resizes the whole image to the target size; its proportions are not kept.</summary>
public sealed record StretchResizing : IImageResizing
{
    /// <inheritdoc/>
    public ResizePlan Plan(int height, int width, int newHeight, int newWidth) =>
        new(new(0, 0, height, width), new(0, 0, newHeight, newWidth));
}
