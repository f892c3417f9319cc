namespace MLNet.Gan;

/// <summary>Resizes a plane of bytes, first along its rows and then along its columns.</summary>
/// <remarks>
/// A new pixel is the mean of old ones, weighted by a triangle around its middle whose half width is 1 old pixel, or
/// 1 new pixel where the plane shrinks. Weights beyond the edge are left out, and the rest sums to 1: PIL's BILINEAR.
/// </remarks>
internal static class ImageResampling
{
    /// <summary>The plane at a new size.</summary>
    /// <param name="plane">The plane, row by row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="plan">Which part goes where.</param>
    /// <param name="newHeight">The rows of the result.</param>
    /// <param name="newWidth">The columns of the result.</param>
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
    /// Of each new pixel along one axis, the first old one that counts, and the weights from there on.
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
