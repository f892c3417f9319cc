namespace MLNet.Gan.Tool.Scoring;

/// <summary>The input of a feature network from an ONNX file: images, in the layout and of the type that its exporter chose.</summary>
/// <param name="Network">The path of the file, for messages.</param>
/// <param name="Port">The input: [N, C, H, W] or [N, H, W, C] with C = 1 or 3.</param>
/// <param name="IsChannelsLast">Whether it is the latter.</param>
internal sealed record ImageInput(string Network, OnnxPort Port, bool IsChannelsLast)
{
    // The size of images in ImageNet's networks.
    private const int UsualSide = 224;

    private const float Half = 127.5f;

    /// <summary>The number of rows that every batch must have; null for any.</summary>
    public int? FixedBatch => Known(0);

    private int Channels => (int)Port.Dimensions[IsChannelsLast ? 3 : 1];

    private int? Height => Known(IsChannelsLast ? 1 : 2);

    private int? Width => Known(IsChannelsLast ? 2 : 3);

    /// <summary>Returns the input of a network.</summary>
    /// <exception cref="FormatException">It has several, or one that takes no images.</exception>
    public static ImageInput Of(string network, IReadOnlyList<OnnxPort> inputs)
    {
        if (inputs is not [var port])
            throw new FormatException($"The network '{network}' takes {string.Join(", ", inputs)}, but a feature network takes one input, of "
                + "images. Export it without the others, for instance with constants in their place.");
        OnnxNumber.Of(port);
        return port.Dimensions switch
        {
            [_, 1 or 3, _, _] => new(network, port, IsChannelsLast: false),
            [_, _, _, 1 or 3] => new(network, port, IsChannelsLast: true),
            _ => throw new FormatException($"The network '{network}' takes {port}, but must take images [N, C, H, W] or [N, H, W, C] of one "
                + "color or three, C = 1 or 3. Export it with this size fixed, for instance by torch.onnx.export(model, "
                + $"torch.zeros(1, 3, 224, 224), \"model.onnx\", input_names=[\"{port.Name}\"], dynamic_axes={{\"{port.Name}\": {{0: \"batch\"}}}})."),
        };
    }

    /// <summary>Returns why the network does not take an image, as a predicate with what to do; null if it takes it.</summary>
    public string? Refusal(ImagePlanes image)
    {
        if ((Height ?? image.Height, Width ?? image.Width) != (image.Height, image.Width))
            return $"is {image.Width} × {image.Height} pixels, but the network '{Network}' takes {Width?.ToString() ?? "any"} × "
                + $"{Height?.ToString() ?? "any"}. Resize the images, or use a network that does it.";
        return Channels == 1 && !image.IsGray
            ? $"has colors, but the network '{Network}' takes gray images. Convert the images to gray, or use another network."
            : null;
    }

    /// <summary>Returns a black image that the network takes.</summary>
    public ImagePlanes Black()
    {
        var (height, width) = (Height ?? UsualSide, Width ?? UsualSide);
        return new(height, width, new byte[ImagePlanes.Channels * height * width]);
    }

    /// <summary>Returns images of one size as the network takes them: fractions in [−1, 1], whole numbers from 0 to 255.</summary>
    /// <param name="images">The images.</param>
    /// <param name="rows">The number of rows, at least as many; surplus ones have the last image.</param>
    public OnnxTensor Tensor(IReadOnlyList<ImagePlanes> images, int rows)
    {
        var (height, width, plane) = (images[0].Height, images[0].Width, images[0].Height * images[0].Width);
        var isFraction = OnnxNumber.IsFloating(Port.ElementType);
        var values = new float[rows * Channels * plane];
        for (var row = 0; row < rows; row++)
        {
            var pixels = images[Math.Min(row, images.Count - 1)].Values;
            for (var i = 0; i < Channels * plane; i++)
            {
                var at = IsChannelsLast ? i % plane * Channels + i / plane : i;
                values[row * Channels * plane + at] = isFraction ? pixels[i] / Half - 1 : pixels[i];
            }
        }

        return new(Port.Name, IsChannelsLast ? [rows, height, width, Channels] : [rows, Channels, height, width], values);
    }

    private int? Known(int axis) => Port.Dimensions[axis] is > 0 and var size ? (int)size : null;
}
