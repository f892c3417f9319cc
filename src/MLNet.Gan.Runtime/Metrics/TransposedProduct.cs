using System.Buffers;

namespace MLNet.Gan.Metrics;

/// <summary>C ← C + scale · AᵀB for row-major matrices: the matrix product of the metrics.</summary>
/// <remarks>
/// With A = B it is the symmetric rank-k update. Both matrices are packed into panels that the
/// <see cref="MicroKernel"/> reads sequentially; tiles of C are distributed among the processors. A tile is summed by
/// one thread in one order, so that the result is equal bit for bit however many threads there are.
/// </remarks>
internal static class TransposedProduct
{
    private const int Depth = 256;              // Rows of A and B at a time: a panel of B fits the first-level cache,
    private const int TileRows = 64;            // a tile's panels of both the second.
    private const int TileColumns = 144;
    private const long WorthSharing = 1 << 18;  // Multiplications from which a second thread pays off.

    /// <summary>Adds the product to <paramref name="c"/>.</summary>
    /// <param name="scale">The factor of the product.</param>
    /// <param name="a">The left matrix, not transposed.</param>
    /// <param name="b">The right matrix.</param>
    /// <param name="c">The matrix to add to.</param>
    /// <param name="upperOnly">Whether only the upper triangle is needed; the rest of C is then undefined.</param>
    public static void Add(double scale, Block a, Block b, Block c, bool upperOnly = false)
    {
        if (a.Rows == 0 || c.Rows == 0 || c.Columns == 0)
            return;

        var depth = Math.Min(a.Rows, Depth);
        var left = ArrayPool<double>.Shared.Rent(RoundUp(c.Rows, MicroKernel.Height) * depth);
        var right = ArrayPool<double>.Shared.Rent(RoundUp(c.Columns, MicroKernel.Width) * depth);
        for (var row = 0; row < a.Rows; row += depth)
        {
            var rows = Math.Min(depth, a.Rows - row);
            Pack(a.Part(row, rows, 0, c.Rows), scale, MicroKernel.Height, left);
            Pack(b.Part(row, rows, 0, c.Columns), 1, MicroKernel.Width, right);
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
        Span<double> sums = stackalloc double[MicroKernel.Height * MicroKernel.MaxWidth];
        var (bottom, to) = (Math.Min(top + TileRows, c.Rows), Math.Min(from + TileColumns, c.Columns));
        for (var column = from; column < to; column += MicroKernel.Width)
        {
            var used = Math.Min(MicroKernel.Width, to - column);
            for (var row = top; row < bottom; row += MicroKernel.Height)
            {
                if (upperOnly && row >= column + used)
                    break;
                if (used == MicroKernel.Width && row + MicroKernel.Height <= bottom)
                {
                    MicroKernel.Multiply(
                        ref left[row * depth], ref right[column * depth], depth, ref c[row][column], c.Stride);
                    continue;
                }

                // At the edge the kernel would write outside the matrix.
                sums.Clear();
                MicroKernel.Multiply(
                    ref left[row * depth], ref right[column * depth], depth, ref sums[0], MicroKernel.Width);
                for (var i = 0; i < Math.Min(MicroKernel.Height, bottom - row); i++)
                    Rows.AddScaled(c[row + i].Slice(column, used), 1, sums.Slice(i * MicroKernel.Width, used));
            }
        }
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
