namespace MLNet.Gan;

/// <summary>Pixel coordinates and sampling of images [N, C, H, W].</summary>
internal static class Pixels
{
    /// <summary>Returns 0, 1, … along an axis, such as [1, 1, H, 1] for the rows.</summary>
    public static Tensor Along(Tensor samples, int axis)
    {
        long[] sizes = [1, 1, 1, 1];
        sizes[axis] = -1;
        using Scalar first = 0, end = samples.size(axis);
        return arange(first, end, step: Arithmetic.One, ScalarType.Int64, samples.device).reshape(sizes);
    }

    /// <summary>Samples images at fractional coordinates by bilinear interpolation.</summary>
    /// <remarks>
    /// Images are continued beyond their border by reflection. Gather is used instead of grid_sample because gradient
    /// penalties differentiate twice, and libtorch's grid_sample can be differentiated only once.
    /// </remarks>
    /// <param name="samples">Images [N, C, H, W].</param>
    /// <param name="rows">The row of each new pixel, [N, 1, H, W]; 0 is the center of the first row.</param>
    /// <param name="columns">The column of each new pixel, [N, 1, H, W].</param>
    public static Tensor At(Tensor samples, Tensor rows, Tensor columns)
    {
        var (top, left) = (rows.floor(), columns.floor());
        var (down, across) = (rows - top, columns - left);
        return lerp(Between(top), Between(top.Plus(1)), down);

        Tensor Between(Tensor row) => lerp(Nearest(samples, row, left), Nearest(samples, row, left.Plus(1)), across);
    }

    private static Tensor Nearest(Tensor samples, Tensor rows, Tensor columns)
    {
        var (height, width) = (samples.size(2), samples.size(3));
        var index = Mirrored(rows.@long(), height).Times(width).Plus(Mirrored(columns.@long(), width));
        return samples.flatten(2).gather(2, index.flatten(2).expand(-1, samples.size(1), -1)).view(samples.Sizes());
    }

    /// <summary>… 1, 0, 0, 1, …, size − 1, size − 1, size − 2, …</summary>
    private static Tensor Mirrored(Tensor places, long size)
    {
        using Scalar period = 2 * size;
        var place = places % period;
        return minimum(place, (-place).Plus(2 * size - 1));
    }
}
