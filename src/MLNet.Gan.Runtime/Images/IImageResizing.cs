namespace MLNet.Gan;

/// <summary>A rule for resizing images of any size to a target size.</summary>
/// <remarks>
/// It only determines which area is resized to which. The interpolation itself is bilinear with antialiasing (PIL's
/// BILINEAR).
/// </remarks>
public interface IImageResizing
{
    /// <summary>Returns which area of an image is resized to which area of the result.</summary>
    /// <param name="height">The height of the image.</param>
    /// <param name="width">The width of the image.</param>
    /// <param name="newHeight">The height of the result.</param>
    /// <param name="newWidth">The width of the result.</param>
    ResizePlan Plan(int height, int width, int newHeight, int newWidth);
}
