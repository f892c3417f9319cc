using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Image;

/// <summary>The type of a column of images.</summary>
public sealed class ImageDataViewType : StructuredDataViewType
{
    /// <summary>The rows of each image; 0 when they differ.</summary>
    public readonly int Height;

    /// <summary>The pixels in a row of each image; 0 when they differ.</summary>
    public readonly int Width;

    /// <summary>Images of one size.</summary>
    public ImageDataViewType(int height, int width)
        : base(typeof(MLImage))
    {
        if (height <= 0)
            throw new ArgumentOutOfRangeException(nameof(height), "Must be positive.");
        if (width <= 0)
            throw new ArgumentOutOfRangeException(nameof(width), "Must be positive.");
        (Height, Width) = (height, width);
    }

    /// <summary>Images of any size.</summary>
    public ImageDataViewType()
        : base(typeof(MLImage))
    {
    }

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) =>
        other is ImageDataViewType image && image.Height == Height && image.Width == Width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Height, Width);

    /// <summary>The type in words.</summary>
    public override string ToString() => Height == 0 ? "Image" : $"Image<{Height}, {Width}>";
}
