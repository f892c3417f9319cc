using System.Buffers;
using System.Numerics.Tensors;

namespace MLNet.Gan.Metrics;

/// <summary>A function of a row's pairs with consecutive columns.</summary>
/// <param name="row">The row.</param>
/// <param name="firstColumn">The first of the columns.</param>
/// <param name="lowest">The lower bounds of the squared distances.</param>
internal delegate void PairVisitor(int row, int firstColumn, ReadOnlySpan<double> lowest);

/// <summary>The squared distances of all pairs of samples, exact where it matters and never all in memory.</summary>
/// <remarks>
/// <para>
/// ‖x − y‖² = ‖x‖² + ‖y‖² − 2xy with the dot products in float32, of features minus their common mean, gives a lower
/// and an upper bound of a squared distance: the errors of all roundings are bounded. The caller decides most pairs by
/// the bounds alone and computes the few undecided ones with <see cref="Exact"/>. So all comparisons are exact in
/// float64.
/// </para>
/// <para>
/// Each thread computes one tile of the matrix at a time, 0.15 MB each; besides, there is one packed copy of the
/// features. A row's columns are visited in order, by one thread; pairs within one set are visited once, with column
/// above row. Sets in which most distances are within the rounding errors (copies with noise far from the rest, or
/// features that take few values only) need many exact distances and more time.
/// </para>
/// </remarks>
internal sealed class PairDistances
{
    private const int Depth = 128;       // Values at a time: two panels of so many fit the first-level cache,
    private const int TileSide = 192;    // the panels of a tile the second. A multiple of all panels' widths.
    private const long WorthSharing = 1 << 18;

    private readonly PackedRows _rows, _columns;
    private readonly bool _isWithin;
    private readonly int _dimension;
    private readonly double _relative, _absolute, _twice;
    private readonly double[] _lowRows, _lowColumns;

    private PairDistances(FeatureSet rows, FeatureSet columns, bool isWithin)
    {
        if (rows.Dimension != columns.Dimension)
            throw new ArgumentException($"Samples of {rows.Dimension} features have no distance from samples of "
                + $"{columns.Dimension}; both must come from the same network.");

        (_isWithin, _dimension) = (isWithin, rows.Dimension);
        FeatureSet[] sets = isWithin ? [rows] : [rows, columns];
        var (center, scale) = (Center(sets), Scale(sets));
        _rows = PackedRows.Of(rows, center, scale);
        _columns = isWithin ? _rows : PackedRows.Of(columns, center, scale);

        // With unit roundoff u and n roundings in sequence, a dot product has an error of at most n u ‖x‖ ‖y‖, which
        // counts twice; a rounding of each centered value changes a squared distance by at most 4 u (‖x‖² + ‖y‖²).
        var roundings = Math.Min(_dimension, Depth) + (_dimension + Depth - 1) / Depth + 1;
        _relative = 1.01 * (roundings + 6) * Math.ScaleB(1, -24);
        _absolute = 8 * _dimension * Math.ScaleB(1, -126) / (scale * scale); // Underflow.
        _twice = 2 / (scale * scale);
        _lowRows = [.. _rows.SquaredNorms.Select(norm => (1 - _relative) * norm - _absolute)];
        _lowColumns = [.. _columns.SquaredNorms.Select(norm => (1 - _relative) * norm)];
    }

    /// <summary>Creates the pairs of two samples of one set.</summary>
    public static PairDistances Within(FeatureSet set) => new(set, set, isWithin: true);

    /// <summary>Creates the pairs of a sample of one set, the row, and a sample of another.</summary>
    public static PairDistances Between(FeatureSet rows, FeatureSet columns) =>
        new(rows, columns, isWithin: false);

    /// <summary>Computes the squared distance of a pair in float64: 0 for equal samples, and symmetric.</summary>
    public double Exact(int row, int column) => Rows.SquaredDistance(
        _rows.Features.Span.Slice(row * _dimension, _dimension),
        _columns.Features.Span.Slice(column * _dimension, _dimension));

    /// <summary>Returns whether a pair is within <paramref name="squaredRadius"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="lowest">The lower bound that the visitor received.</param>
    /// <param name="squaredRadius">The squared radius.</param>
    /// <param name="countsTies">Whether a distance equal to the radius counts.</param>
    public bool IsWithin(int row, int column, double lowest, double squaredRadius, bool countsTies)
    {
        if (lowest > squaredRadius)
            return false;
        if (lowest + Slack(row, column) < squaredRadius)
            return true;
        var exact = Exact(row, column);
        return countsTies ? exact <= squaredRadius : exact < squaredRadius;
    }

    /// <summary>Returns by how much a squared distance can exceed its lower bound.</summary>
    public double Slack(int row, int column) =>
        2 * (_relative * (_rows.SquaredNorms[row] + _columns.SquaredNorms[column]) + _absolute);

    /// <summary>Visits all pairs, on several threads.</summary>
    public void Visit(PairVisitor visit)
    {
        var (rows, columns) = (_rows.SquaredNorms.Length, _columns.SquaredNorms.Length);
        var isShared = (long)rows * columns * _dimension >= WorthSharing;
        InParallel.For((rows + TileSide - 1) / TileSide, isShared, stripe =>
        {
            var top = stripe * TileSide;
            var dots = ArrayPool<float>.Shared.Rent(TileSide * TileSide);
            Span<double> lowest = stackalloc double[TileSide];
            for (var left = _isWithin ? top : 0; left < columns; left += TileSide)
            {
                var used = Math.Min(TileSide, columns - left);
                Multiply(top, left, dots);
                for (var row = top; row < Math.Min(top + TileSide, rows); row++)
                {
                    var first = _isWithin ? Math.Max(left, row + 1) : left;
                    if (first >= left + used)
                        continue;
                    var part = lowest[..(left + used - first)];
                    var products = dots.AsSpan((row - top) * TileSide + first - left, part.Length);
                    var norms = _lowColumns.AsSpan(first, part.Length);
                    for (var i = 0; i < part.Length; i++)
                        part[i] = Math.Max(_lowRows[row] + norms[i] - _twice * products[i], 0);
                    visit(row, first, part);
                }
            }

            ArrayPool<float>.Shared.Return(dots);
        });
    }

    /// <summary>Computes the dot products of a tile; of a set with itself only from the diagonal's panels on.</summary>
    private void Multiply(int top, int left, float[] dots)
    {
        const int height = ProductKernel<float>.Height;
        var width = ProductKernel<float>.Width;
        dots.AsSpan(0, TileSide * TileSide).Clear();
        var bottom = Math.Min(top + TileSide, _rows.SquaredNorms.Length);
        var right = Math.Min(left + TileSide, _columns.SquaredNorms.Length);
        for (var start = 0; start < _dimension; start += Depth)
        {
            var depth = Math.Min(Depth, _dimension - start);
            for (var column = left; column < right; column += width)
            {
                ref var b = ref _columns.Panels[column * _dimension + start * width];
                var end = _isWithin ? Math.Min(bottom, column + width) : bottom;
                for (var row = top; row < end; row += height)
                {
                    ref var a = ref _rows.Panels[row / width * width * _dimension + start * width + row % width];
                    ProductKernel<float>.Add(
                        ref a, width, ref b, depth, ref dots[(row - top) * TileSide + column - left], TileSide);
                }
            }
        }
    }

    private static double[] Center(FeatureSet[] sets)
    {
        var center = new double[sets[0].Dimension];
        foreach (var set in sets)
        {
            for (var rest = set.Features.Span; rest.Length > 0; rest = rest[center.Length..])
            {
                for (var i = 0; i < center.Length; i++)
                    center[i] += rest[i];
            }
        }

        Rows.Scale(center, 1.0 / Math.Max(sets.Sum(set => set.Count), 1));
        return center;
    }

    /// <summary>Returns the power of two that scales all values, minus a mean of them, to between −1 and 1.</summary>
    private static double Scale(FeatureSet[] sets)
    {
        var largest = 0f;
        foreach (var set in sets)
        {
            if (!set.Features.IsEmpty)
                largest = Math.Max(largest, Math.Abs(TensorPrimitives.MaxMagnitude(set.Features.Span)));
        }

        return largest > 0 ? Math.ScaleB(1, -(Math.ILogB((double)largest) + 2)) : 1;
    }
}
