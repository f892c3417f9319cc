namespace MLNet.Gan;

/// <summary>Reads image files as samples of one shape. Thread-safe.</summary>
/// <param name="listing">The files.</param>
/// <param name="shape">The shape.</param>
/// <param name="resizing">How images of other sizes are resized; null if they are an error.</param>
internal sealed class FolderImages(FolderListing listing, SampleShape shape, IImageResizing? resizing)
{
    /// <summary>How files that cannot be read are left out.</summary>
    public const string Remedy =
        $"Or set {nameof(ImageFolderOptions.SkipsBad)} of {nameof(ImageFolderOptions)} to leave such files out.";

    /// <summary>The shape of a sample.</summary>
    public SampleShape Shape => shape;

    /// <summary>Returns a reader of samples by options; if these have no size, of the size of the first file.</summary>
    /// <exception cref="ArgumentException">Only one of height and width is set.</exception>
    /// <exception cref="FormatException">The first file is damaged; the message names all that are.</exception>
    public static FolderImages Of(ImageFolderOptions options, FolderListing listing)
    {
        if (options.Height is null != options.Width is null)
            throw new ArgumentException(
                $"{nameof(ImageFolderOptions.Height)} is {Text(options.Height)}, but "
                    + $"{nameof(ImageFolderOptions.Width)} is {Text(options.Width)}. Set both, or neither to take the "
                    + "size of the first image.", nameof(options));

        var channels = options.IsGray ? 1 : ImagePlanes.Channels;
        if (options is { Height: { } height, Width: { } width })
            return new(listing, SampleShape.Image(channels, height, width), options.Resizing);
        var first = Decoded(listing.Images[0], listing).Planes;
        return new(listing, SampleShape.Image(channels, first.Height, first.Width), resizing: null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sample">The destination of the sample, in [−1, 1].</param>
    /// <param name="tally">Counts the file's traits.</param>
    /// <exception cref="FormatException">
    /// It is damaged, and the message names all files that are; or it has another size and is not to be resized.
    /// </exception>
    public void Read(string path, Span<float> sample, ImageTally tally)
    {
        var decoded = Decoded(path, listing);
        tally.Add(path, decoded);
        var image = decoded.Planes;
        var size = image.Height * image.Width;
        var values = shape.Channels == 1 ? image.ToGray() : image.Values;
        if ((image.Height, image.Width) == (shape.Height, shape.Width))
        {
            PixelScale.ToSample(values, sample);
            return;
        }

        if (resizing is null)
            throw new FormatException(
                $"'{path}' is an image of {image.Height} × {image.Width} pixels, but the first one has "
                    + $"{shape.Height} × {shape.Width}. Set {nameof(ImageFolderOptions.Height)} and "
                    + $"{nameof(ImageFolderOptions.Width)} of {nameof(ImageFolderOptions)} to resize all.");
        var plan = Checked(resizing.Plan(image.Height, image.Width, shape.Height, shape.Width), image);
        var newSize = shape.Height * shape.Width;
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var plane = ImageResampling.Resize(
                values.AsSpan(channel * size, size), image.Width, plan, shape.Height, shape.Width);
            PixelScale.ToSample(plane, sample.Slice(channel * newSize, newSize));
        }
    }

    private static DecodedImage Decoded(string path, FolderListing listing)
    {
        try
        {
            return ImageFile.Read(path);
        }
        catch (FormatException problem)
        {
            // All others are checked as well, so that not each of them ends a run of its own.
            listing.Checked(other =>
            {
                if (other == path)
                    throw problem;
                ImageFile.Check(other);
            }).Require(Remedy);
            throw;
        }
    }

    private ResizePlan Checked(ResizePlan plan, ImagePlanes image) =>
        plan.Source.IsIn(image.Height, image.Width) && plan.Target.IsIn(shape.Height, shape.Width)
            ? plan
            : throw new InvalidOperationException(
                $"{resizing} plans {plan} for an image of {image.Height} × {image.Width} pixels, which becomes one of "
                    + $"{shape.Height} × {shape.Width}: both areas must lie in their images.");

    private static string Text(int? size) => size is { } number ? $"{number}" : "null";
}
