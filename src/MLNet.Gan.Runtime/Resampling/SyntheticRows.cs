using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Makes the rows of SMOTE and SMOTE-NC.</summary>
internal static class SyntheticRows
{
    /// <summary>Makes the rows of a task; null if it wants none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="neighbors">The number k of neighbors.</param>
    /// <param name="categoryPenalty">
    /// The distance of two rows that differ in one category, in medians of the standard deviations; null for numbers alone.
    /// </param>
    public static IDataView? Make(ResamplingTask task, int neighbors, double? categoryPenalty)
    {
        var columns = InputColumns.Of(task, categoryPenalty is not null);
        var wanted = Wanted.Of(task);
        if (wanted.Count == 0)
            return null;

        var classes = ClassRows.Read(task, columns, wanted.Select(one => one.Class));
        var (width, categories, total) =
            (columns.Sum(column => column.Numbers), columns.Sum(column => column.Categories), wanted.Sum(one => one.Count));
        var made = new InputRows(new double[total * width], width, new int[total * categories], categories);
        var (bases, random) = (new List<int>(total), new Random(task.Seed));
        foreach (var (name, count) in wanted)
        {
            var rows = classes[name];
            if (rows.Count <= neighbors)
                throw new InvalidOperationException(TooFew(name, rows.Count, neighbors));
            foreach (var drawn in Draw(rows, count, neighbors, Square((categoryPenalty ?? 0) * rows.MedianDeviation()), random, task.CancellationToken))
            {
                drawn.Fill(rows, made, bases.Count, random);
                bases.Add(rows.Places[drawn.Base]);
            }
        }

        return new CopiedRowsView(new(task.Rows, bases), Getters(columns, made));
    }

    /// <summary>Draws rows of a class, their neighbors, and where between the two the new rows are.</summary>
    public static IEnumerable<SyntheticRow> Draw(
        ClassRows rows, int count, int neighbors, double squaredPenalty, Random random, CancellationToken cancellationToken)
    {
        (int Base, int Neighbor, double Gap)[] drawn =
            [.. Enumerable.Range(0, count).Select(_ => (random.Next(rows.Count), random.Next(neighbors), random.NextDouble()))];
        var nearest = NearestRows.Of(
            rows, [.. drawn.Select(one => one.Base).Distinct()], neighbors, squaredPenalty, cancellationToken);
        return drawn.Select(one => new SyntheticRow(one.Base, nearest[one.Base], nearest[one.Base][one.Neighbor], one.Gap));
    }

    private static Dictionary<int, Func<Func<int>, Delegate>> Getters(IReadOnlyList<IInputColumn> columns, InputRows made)
    {
        Dictionary<int, Func<Func<int>, Delegate>> getters = [];
        var (number, category) = (0, 0);
        foreach (var column in columns)
        {
            var first = column.Categories > 0 ? category : number;
            getters.Add(column.Column.Index, current => column.Getter(made, first, current));
            (number, category) = (number + column.Numbers, category + column.Categories);
        }

        return getters;
    }

    private static double Square(double value) => value * value;

    private static string TooFew(string name, int count, int neighbors) =>
        $"Class '{name}' has {Counted.Of(count, "row")}, but {neighbors} neighbors of a row need {neighbors + 1}. "
            + (count > 1 ? $"Set {nameof(Smote.NeighborCount)} to {count - 1}, or use " : "Use ") + $"{nameof(RandomOversampling)}.";
}
