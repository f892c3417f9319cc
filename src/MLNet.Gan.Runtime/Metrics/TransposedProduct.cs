using System.Buffers;

namespace MLNet.Gan.Metrics;

/// <summary>C ← C + scale · AᵀB for row-major matrices: the one matrix product that the metrics need.</summary>
/// <remarks>
/// With A = B it is the symmetric rank-k update. Both matrices are packed into panels that the
/// <see cref="ProductKernel{T}"/> reads from front to back; tiles of C are shared out among the processors. A tile is summed
/// by one thread in one order, so that the result is the same bit for bit however many threads there are.
/// </remarks>
internal static class TransposedProduct
{
    private const int Depth = 256;              // Rows of A and B at a time: a tile's panels of both stay in the
    private const int TileRows = 64;            // second cache.
    private const int TileColumns = 144;        // A multiple of all panels' widths.
    private const int KernelDepth = 128;        // So many rows of a panel of B stay in the first cache.
    private const long WorthSharing = 1 << 18;  // Multiplications that repay the start of a second thread.

    /// <summary>Adds the product to <paramref name="c"/>.</summary>
    /// <param name="scale">The factor before the product.</param>
    /// <param name="a">The left matrix, before it is transposed.</param>
    /// <param name="b">The right matrix.</param>
    /// <param name="c">The matrix to add to.</param>
    /// <param name="upperOnly">Whether only the upper triangle counts; below it C then holds nothing of use.</param>
    public static void Add(double scale, Block a, Block b, Block c, bool upperOnly = false)
    {
        if (a.Rows == 0 || c.Rows == 0 || c.Columns == 0)
            return;

        var depth = Math.Min(a.Rows, Depth);
        var left = ArrayPool<double>.Shared.Rent(RoundUp(c.Rows, ProductKernel<double>.Height) * depth);
        var right = ArrayPool<double>.Shared.Rent(RoundUp(c.Columns, ProductKernel<double>.Width) * depth);
        for (var row = 0; row < a.Rows; row += depth)
        {
            var rows = Math.Min(depth, a.Rows - row);
            Pack(a.Part(row, rows, 0, c.Rows), scale, ProductKernel<double>.Height, left);
            Pack(b.Part(row, rows, 0, c.Columns), 1, ProductKernel<double>.Width, right);
            AddPacked(left, right, rows, c, upperOnly);
        }

        ArrayPool<double>.Shared.Return(left);
        ArrayPool<double>.Shared.Return(right);
    }

    /// <summary>Copies panels of <paramref name="width"/> columns, row by row, padded with zeros.</summary>
    private static void Pack(Block source, double scale, int width, double[] panels)
    {
        var count = RoundUp(source.Columns, width) / width;
        InParallel.For(count, (long)source.Rows * source.Columns >= WorthSharing, panel =>
        {
            var column = panel * width;
            var used = Math.Min(width, source.Columns - column);
            for (var row = 0; row < source.Rows; row++)
            {
                var target = panels.AsSpan((panel * source.Rows + row) * width, width);
                source[row].Slice(column, used).CopyTo(target);
                target[used..].Clear();
                if (scale != 1)
                    Rows.Scale(target, scale);
            }
        });
    }

    private static void AddPacked(double[] left, double[] right, int depth, Block c, bool upperOnly)
    {
        var tilesAcross = RoundUp(c.Columns, TileColumns) / TileColumns;
        var tiles = RoundUp(c.Rows, TileRows) / TileRows * tilesAcross;
        InParallel.For(tiles, (long)depth * c.Rows * c.Columns >= WorthSharing, tile =>
        {
            var (top, from) = (tile / tilesAcross * TileRows, tile % tilesAcross * TileColumns);
            AddTile(left, right, depth, c, upperOnly, top, from);
        });
    }

    private static void AddTile(
        double[] left, double[] right, int depth, Block c, bool upperOnly, int top, int from)
    {
        const int height = ProductKernel<double>.Height;
        var width = ProductKernel<double>.Width;
        Span<double> sums = stackalloc double[height * ProductKernel<double>.MaxWidth];
        var (bottom, to) = (Math.Min(top + TileRows, c.Rows), Math.Min(from + TileColumns, c.Columns));
        for (var column = from; column < to; column += width)
        {
            for (var start = 0; start < depth; start += KernelDepth)
            {
                ref var b = ref right[column * depth + start * width];
                var (steps, used) = (Math.Min(KernelDepth, depth - start), Math.Min(width, to - column));
                for (var row = top; row < (upperOnly ? Math.Min(bottom, column + used) : bottom); row += height)
                {
                    ref var a = ref left[row * depth + start * height];
                    if (used == width && row + height <= bottom)
                    {
                        ProductKernel<double>.Add(ref a, height, ref b, steps, ref c[row][column], c.Stride);
                        continue;
                    }

                    // At the edge the kernel would write beyond the matrix.
                    sums.Clear();
                    ProductKernel<double>.Add(ref a, height, ref b, steps, ref sums[0], width);
                    for (var i = 0; i < Math.Min(height, bottom - row); i++)
                        Rows.AddScaled(c[row + i].Slice(column, used), 1, sums.Slice(i * width, used));
                }
            }
        }
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
