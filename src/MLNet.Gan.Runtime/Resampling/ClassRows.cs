namespace MLNet.Gan;

/// <summary>The rows of one class.</summary>
/// <param name="Places">Their numbers in the view.</param>
/// <param name="Inputs">Their inputs.</param>
internal sealed record ClassRows(int[] Places, InputRows Inputs)
{
    /// <summary>The number of rows.</summary>
    public int Count => Places.Length;

    /// <summary>Reads the rows of some classes in one pass.</summary>
    public static IReadOnlyDictionary<string, ClassRows> Read(
        ResamplingTask task, IReadOnlyList<IInputColumn> columns, IEnumerable<string> classes)
    {
        var lists = classes.ToDictionary(name => name, _ => (Places: new List<int>(), Numbers: new List<double>(), Categories: new List<int>()));
        var label = ClassColumn.Find(task.Rows.Schema, task.LabelColumnName);
        using var cursor = task.Rows.GetRowCursor([label, .. columns.Select(column => column.Column)]);
        var read = ClassColumn.Bind(cursor, label);
        Action<List<double>, List<int>>[] readers = [.. columns.Select(column => column.Bind(cursor))];
        for (var row = 0; cursor.MoveNext(); row++)
        {
            task.CancellationToken.ThrowIfCancellationRequested();
            if (!lists.TryGetValue(read(), out var list))
                continue;
            list.Places.Add(row);
            foreach (var reader in readers)
                reader(list.Numbers, list.Categories);
        }

        var (width, categories) = (columns.Sum(column => column.Numbers), columns.Sum(column => column.Categories));
        return lists.ToDictionary(list => list.Key, list => new ClassRows(
            [.. list.Value.Places], new([.. list.Value.Numbers], width, [.. list.Value.Categories], categories)));
    }

    /// <summary>The median of the standard deviations of the numbers, each over n.</summary>
    public double MedianDeviation()
    {
        double[] deviations = [.. Enumerable.Range(0, Inputs.Width).Select(Deviation).Order()];
        var middle = deviations.Length / 2;
        return deviations.Length % 2 == 1 ? deviations[middle] : (deviations[middle - 1] + deviations[middle]) / 2;
    }

    private double Deviation(int number)
    {
        var first = Inputs.NumbersOf(0)[number]; // Of a constant column all differences are 0, and not roundings.
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < Count; row++)
            sum += Inputs.NumbersOf(row)[number] - first;
        for (var row = 0; row < Count; row++)
            squares += Math.Pow(Inputs.NumbersOf(row)[number] - first - sum / Count, 2);
        return Math.Sqrt(squares / Count);
    }
}
