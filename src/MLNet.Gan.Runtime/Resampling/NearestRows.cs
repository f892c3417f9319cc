using System.Numerics.Tensors;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>The nearest other rows of rows of a class.</summary>
internal static class NearestRows
{
    private const long WorthSharing = 1 << 16;

    /// <summary>Returns the k nearest other rows of a row, nearest first; of equally near ones those that come first.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="of">The rows whose neighbors are wanted.</param>
    /// <param name="neighbors">k, less than the number of rows.</param>
    /// <param name="squaredPenalty">What a differing category adds to the squared distance.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>By row, its neighbors.</returns>
    public static IReadOnlyDictionary<int, int[]> Of(
        ClassRows rows, IReadOnlyList<int> of, int neighbors, double squaredPenalty, CancellationToken cancellationToken = default)
    {
        var found = new int[of.Count][];
        InParallel.For(of.Count, (long)of.Count * rows.Count >= WorthSharing, place =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            found[place] = Of(rows, of[place], neighbors, squaredPenalty);
        });
        return of.Index().ToDictionary(row => row.Item, row => found[row.Index]);
    }

    private static int[] Of(ClassRows rows, int row, int neighbors, double squaredPenalty)
    {
        var (nearest, distances, count) = (new int[neighbors], new double[neighbors], 0);
        var numbers = rows.Inputs.NumbersOf(row);
        var categories = rows.Inputs.CategoriesOf(row);
        for (var other = 0; other < rows.Count; other++)
        {
            if (other == row)
                continue;
            var distance = SquaredDistance(numbers, rows.Inputs.NumbersOf(other));
            var others = rows.Inputs.CategoriesOf(other);
            for (var i = 0; i < categories.Length; i++)
                distance += categories[i] == others[i] ? 0 : squaredPenalty;
            if (count == neighbors && distance >= distances[^1])
                continue;

            // Insertion: the last one falls off when there are k.
            var place = count < neighbors ? count++ : neighbors - 1;
            for (; place > 0 && distances[place - 1] > distance; place--)
                (distances[place], nearest[place]) = (distances[place - 1], nearest[place - 1]);
            (distances[place], nearest[place]) = (distance, other);
        }

        return nearest;
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        const int few = 8;
        if (a.Length > few)
            return TensorPrimitives.Distance(a, b) is var distance ? distance * distance : 0;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
