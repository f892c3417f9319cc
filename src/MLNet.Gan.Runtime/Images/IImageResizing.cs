namespace MLNet.Gan;

/// <summary>How an image of any size becomes one of a wanted size.</summary>
/// <remarks>
/// It only says where pixels go. The resize itself is linear and averages over all pixels that one of a smaller result
/// stands for (PIL's BILINEAR), so nothing aliases.
/// </remarks>
public interface IImageResizing
{
    /// <summary>Where the pixels of an image go.</summary>
    /// <param name="height">The rows of the image.</param>
    /// <param name="width">The columns of the image.</param>
    /// <param name="newHeight">The rows of the result.</param>
    /// <param name="newWidth">The columns of the result.</param>
    ResizePlan Plan(int height, int width, int newHeight, int newWidth);
}
