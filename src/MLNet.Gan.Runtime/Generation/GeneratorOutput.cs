namespace MLNet.Gan;

/// <summary>The output of a generator's file with the images.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of an image.</param>
/// <param name="IsChannelsLast">Whether it is [N, H, W, C] instead of [N, C, H, W].</param>
/// <param name="IsBytes">Whether its values are bytes, from 0 to 255.</param>
internal sealed record GeneratorOutput(string Name, SampleShape Shape, bool IsChannelsLast, bool IsBytes)
{
    private const int LongestSide = 1 << 14;

    /// <summary>Finds the output.</summary>
    /// <param name="outputs">The outputs of the file.</param>
    /// <param name="asked">The name in the options; null for the only output of images.</param>
    /// <param name="measure">Returns the shape of an output that a run gives.</param>
    /// <exception cref="FormatException">There is none, or there are several.</exception>
    public static GeneratorOutput Of(IReadOnlyList<OnnxPort> outputs, string? asked, Func<OnnxPort, long[]> measure)
    {
        OnnxPort[] candidates = asked is null
            ? [.. outputs.Where(port => port.Dimensions.Length is 0 or 4 && OnnxNumber.IsKnown(port.ElementType))]
            : [.. outputs.Where(port => port.Name == asked)];
        if (asked is not null && candidates.Length == 0)
            throw new FormatException($"The generator has no output '{asked}'. It has {Text(outputs)}.");
        if (candidates.Length == 0)
            throw new FormatException($"The generator has no output of images: it has {Text(outputs)}, but needs one of "
                + "[N, C, H, W] or [N, H, W, C].");

        // The sizes that a run gives count, where the file leaves them open.
        OnnxPort[] sized = [.. candidates.Select(port => port.Dimensions.Length == 0 || port.Dimensions.Skip(1).Any(size => size < 0)
            ? port with { Dimensions = [port.Dimensions.FirstOrDefault(-1), .. measure(port).Skip(1)] } : port)];
        GeneratorOutput[] images = [.. sized.Select(OfImages).OfType<GeneratorOutput>()];
        return images.Length switch
        {
            1 => images[0],
            0 => throw new FormatException(
                $"The generator's output {Text(sized)} must be [N, C, H, W] or [N, H, W, C] with one color or three."),
            _ => throw new FormatException(
                $"The generator has several outputs of images: {Text(sized)}. Name one by Output (--generator-output NAME)."),
        };
    }

    /// <summary>Returns the values of images plane by plane.</summary>
    public float[] Planes(float[] values)
    {
        if (!IsChannelsLast || Shape.Channels == 1)
            return values;
        var planes = new float[values.Length];
        var (plane, channels) = (Shape.Height * Shape.Width, Shape.Channels);
        for (var i = 0; i < values.Length; i++)
            planes[i / Shape.Size * Shape.Size + i % channels * plane + i % Shape.Size / channels] = values[i];
        return planes;
    }

    private static GeneratorOutput? OfImages(OnnxPort port)
    {
        var isBytes = port.ElementType == typeof(byte);
        return port.Dimensions switch
        {
            [_, 1 or 3, > 0 and <= LongestSide, > 0 and <= LongestSide] sizes => new(
                port.Name, SampleShape.Image((int)sizes[1], (int)sizes[2], (int)sizes[3]), IsChannelsLast: false, isBytes),
            [_, > 0 and <= LongestSide, > 0 and <= LongestSide, 1 or 3] sizes => new(
                port.Name, SampleShape.Image((int)sizes[3], (int)sizes[1], (int)sizes[2]), IsChannelsLast: true, isBytes),
            _ => null,
        };
    }

    private static string Text(IEnumerable<OnnxPort> ports) => string.Join(", ", ports);
}
