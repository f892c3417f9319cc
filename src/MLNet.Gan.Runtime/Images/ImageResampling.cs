namespace MLNet.Gan;

/// <summary>Resizes a plane of bytes, first along its rows and then along its columns.</summary>
/// <remarks>
/// A new pixel is the mean of old ones, weighted by a triangle around its center whose half width is 1 old pixel, or 1
/// new pixel when downsampling. Weights outside the plane are dropped, and the rest sums to 1: PIL's BILINEAR.
/// </remarks>
internal static class ImageResampling
{
    /// <summary>Returns the plane resized.</summary>
    /// <param name="plane">The plane, row by row.</param>
    /// <param name="width">Its width.</param>
    /// <param name="plan">Which area is resized to which.</param>
    /// <param name="newHeight">The height of the result.</param>
    /// <param name="newWidth">The width of the result.</param>
    public static byte[] Resize(ReadOnlySpan<byte> plane, int width, ResizePlan plan, int newHeight, int newWidth)
    {
        var (source, target) = (plan.Source, plan.Target);
        var (across, down) = (Weights(source.Width, target.Width), Weights(source.Height, target.Height));
        var narrowed = new float[source.Height * target.Width];
        for (var y = 0; y < source.Height; y++)
        {
            var row = plane.Slice((source.Top + y) * width + source.Left, source.Width);
            for (var x = 0; x < target.Width; x++)
                for (var i = 0; i < across[x].Values.Length; i++)
                    narrowed[y * target.Width + x] += across[x].Values[i] * row[across[x].First + i];
        }

        var resized = new byte[newHeight * newWidth];
        for (var y = 0; y < target.Height; y++)
        {
            for (var x = 0; x < target.Width; x++)
            {
                var sum = 0f;
                for (var i = 0; i < down[y].Values.Length; i++)
                    sum += down[y].Values[i] * narrowed[(down[y].First + i) * target.Width + x];
                resized[(target.Top + y) * newWidth + target.Left + x] = (byte)Math.Clamp(sum + 0.5f, 0, 255);
            }
        }

        return resized;
    }

    /// <summary>
    /// Returns for each new pixel along one axis the first old one with a nonzero weight, and the weights from there
    /// on.
    /// </summary>
    private static (int First, float[] Values)[] Weights(int from, int to)
    {
        var scale = (double)from / to;
        var support = Math.Max(scale, 1);
        return
        [
            .. Enumerable.Range(0, to).Select(pixel =>
            {
                var middle = (pixel + 0.5) * scale;
                var first = Math.Max(0, (int)Math.Floor(middle - support));
                var last = Math.Min(from - 1, (int)Math.Ceiling(middle + support) - 1);
                var weights = Enumerable.Range(first, last - first + 1)
                    .Select(old => Math.Max(0, 1 - Math.Abs(old + 0.5 - middle) / support)).ToArray();
                var sum = weights.Sum();
                return (first, weights.Select(weight => (float)(weight / sum)).ToArray());
            }),
        ];
    }
}
