namespace MLNet.Gan.Metrics;

/// <summary>A symmetric band matrix: zero where |i − j| exceeds <see cref="Width"/>.</summary>
/// <remarks>
/// <para>
/// A dense symmetric matrix is reduced to one by Householder reflections, a panel of which is computed before it is
/// applied to the rest of the matrix. So all work of cubic order is two matrix products per panel, whereas the direct
/// reduction to a tridiagonal matrix reads the whole matrix for each row (Bischof, Lang &amp; Sun, 2000).
/// </para>
/// <para>
/// Element (i, j) of the block lies in row i and column j as usual, but the rows overlap in memory: each has room for
/// columns from i − Width + 1 to i + 2 Width − 1, which the chase of <see cref="Tridiagonal"/> needs.
/// </para>
/// </remarks>
internal static class BandMatrix
{
    /// <summary>The largest distance from the diagonal of an element that may differ from zero.</summary>
    public const int Width = 48;

    private const int Stride = 3 * Width - 1;
    private const int WorthSharing = 512;

    /// <summary>Reduces a matrix, of which only the upper triangle is read and which is overwritten.</summary>
    public static Block Of(Block matrix)
    {
        var size = matrix.Rows;
        Mirror(matrix);

        // The rows of V and W are stored twice, as [V; W] and as [W; V]: the panel's update is then one product.
        var (vw, wv) = (Block.Zeros(2 * Width, size), Block.Zeros(2 * Width, size));
        var (columns, products) = (Block.Zeros(size, Width), Block.Zeros(Width, size));
        for (var start = 0; start + Width + 1 < size; start += Width)
        {
            var rest = matrix.From(start + Width, start + Width);
            var count = Math.Min(Width, rest.Rows - 1);
            var v = vw.Part(0, count, 0, rest.Rows);
            var scales = Reflect(matrix.Part(start, Width, start + Width, rest.Rows), v);
            var product = products.Part(0, count, 0, rest.Rows);
            for (var i = 0; i < count; i++)
            {
                product[i].Clear();
                for (var k = 0; k < rest.Rows; k++)
                    columns[k][i] = v[i][k];
            }

            TransposedProduct.Add(1, columns.Part(0, rest.Rows, 0, count), rest, product);
            Pair(v, product, scales);
            for (var i = 0; i < count; i++)
            {
                product[i].CopyTo(vw[count + i]);
                product[i].CopyTo(wv[i]);
                v[i].CopyTo(wv[count + i]);
            }

            TransposedProduct.Add(
                -1, vw.Part(0, 2 * count, 0, rest.Rows), wv.Part(0, 2 * count, 0, rest.Rows), rest, upperOnly: true);
            Mirror(rest);
        }

        return Kept(matrix);
    }

    /// <summary>Reflects the panel's rows in order, until only its lower triangle is left.</summary>
    private static double[] Reflect(Block panel, Block v)
    {
        var scales = new double[v.Rows];
        for (var i = 0; i < v.Rows; i++)
        {
            v[i][..i].Clear();
            var row = panel[i][i..];
            var reflector = v[i][i..];
            row.CopyTo(reflector);
            (var length, scales[i]) = Reflection.Make(reflector);
            row.Clear();
            row[0] = length;
            for (var below = i + 1; below < panel.Rows; below++)
            {
                var other = panel[below][i..];
                Rows.AddScaled(other, -scales[i] * Rows.Dot(other, reflector), reflector);
            }
        }

        return scales;
    }

    /// <summary>Computes W from the products VA, so that all reflections subtract VᵀW + WᵀV from A.</summary>
    private static void Pair(Block v, Block w, double[] scales)
    {
        for (var i = 0; i < v.Rows; i++)
        {
            for (var k = 0; k < i; k++)
            {
                var (ofV, ofW) = (Rows.Dot(v[k][i..], v[i][i..]), Rows.Dot(w[k][i..], v[i][i..]));
                Rows.AddScaled(w[i], -ofV, w[k]);
                Rows.AddScaled(w[i], -ofW, v[k]);
            }

            Rows.Scale(w[i], scales[i]);
            Rows.AddScaled(w[i], -scales[i] / 2 * Rows.Dot(w[i], v[i]), v[i]);
        }
    }

    /// <summary>Copies the upper triangle to the lower one in tiles.</summary>
    private static void Mirror(Block matrix)
    {
        const int Tile = 16;
        InParallel.For((matrix.Rows + Tile - 1) / Tile, matrix.Rows >= WorthSharing, tile =>
        {
            var (top, bottom) = (tile * Tile, Math.Min((tile + 1) * Tile, matrix.Rows));
            for (var left = 0; left < bottom; left += Tile)
            {
                for (var row = top; row < bottom; row++)
                {
                    var target = matrix[row];
                    var place = matrix.Start + left * matrix.Stride + row;
                    for (var column = left; column < Math.Min(left + Tile, row); column++)
                    {
                        target[column] = matrix.Values[place];
                        place += matrix.Stride;
                    }
                }
            }
        });
    }

    private static Block Kept(Block matrix)
    {
        var size = matrix.Rows;
        var band = new Block(new double[(size + 1) * (Stride + 1)], Width, Stride, size, size);
        for (var row = 0; row < size; row++)
        {
            for (var column = row; column < Math.Min(row + Width + 1, size); column++)
            {
                var value = matrix[row][column];
                band.Values[band.Start + row * Stride + column] = value;
                if (column - row < Width)
                    band.Values[band.Start + column * Stride + row] = value;
            }
        }

        return band;
    }
}
