namespace MLNet.Gan;

/// <summary>The shape of one sample: a vector of numbers, or an image.</summary>
public sealed record SampleShape
{
    private SampleShape(int channels, int height, int width, bool isImage)
    {
        (Channels, Height, Width, IsImage) = (channels, height, width, isImage);
        if ((double)channels * height * width > Array.MaxLength)
            throw new ArgumentOutOfRangeException(
                nameof(width), width, $"A sample of {this} has more values than an array can hold.");
    }

    /// <summary>The colors of an image, or the length of a vector.</summary>
    public int Channels { get; }

    /// <summary>The rows of an image; 1 for a vector.</summary>
    public int Height { get; }

    /// <summary>The columns of an image; 1 for a vector.</summary>
    public int Width { get; }

    /// <summary>Whether a sample is an image.</summary>
    public bool IsImage { get; }

    /// <summary>How many numbers a sample has.</summary>
    public int Size => Channels * Height * Width;

    /// <summary>
    /// The dimensions of the ML.NET column and of the tensor behind its batch axis: [C, H, W], or [size].
    /// </summary>
    internal int[] Dimensions => IsImage ? [Channels, Height, Width] : [Channels];

    /// <summary>An image whose values lie plane by plane (channel, row, column), in [−1, 1].</summary>
    /// <param name="channels">The number of colors, at least 1.</param>
    /// <param name="height">The number of rows, at least 1.</param>
    /// <param name="width">The number of columns, at least 1.</param>
    public static SampleShape Image(int channels, int height, int width) => new(
        Check.Positive(channels, nameof(channels)), Check.Positive(height, nameof(height)),
        Check.Positive(width, nameof(width)), isImage: true);

    /// <summary>A vector of numbers that lie anywhere.</summary>
    /// <param name="size">The number of values, at least 1.</param>
    public static SampleShape Vector(int size) => new(Check.Positive(size, nameof(size)), 1, 1, isImage: false);

    /// <summary>The shape as code: <c>Image(1, 28, 28)</c> or <c>Vector(2)</c>.</summary>
    public override string ToString() => IsImage ? $"Image({Channels}, {Height}, {Width})" : $"Vector({Channels})";
}
