using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The class of every row of a view.</summary>
/// <param name="Classes">The names, in the order of the rows.</param>
internal sealed record ClassLabels(IReadOnlyList<string> Classes)
{
    /// <summary>Reads the classes of a task's rows.</summary>
    public static ClassLabels Read(ResamplingTask task) => Read(task.Rows, task.LabelColumnName, task.CancellationToken);

    /// <summary>Reads the classes in one pass.</summary>
    /// <exception cref="InvalidOperationException">A row has no class.</exception>
    public static ClassLabels Read(IDataView view, string column, CancellationToken cancellationToken)
    {
        var label = ClassColumn.Find(view.Schema, column);
        using var cursor = view.GetRowCursor([label]);
        var read = ClassColumn.Bind(cursor, label);
        Dictionary<string, string> names = []; // One text for each class, however many rows it has.
        List<string> classes = [];
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = read();
            if (!names.TryGetValue(name, out var same))
                names.Add(name, same = name);
            classes.Add(same);
        }

        return new(classes);
    }

    /// <summary>The number of rows of each class.</summary>
    public IReadOnlyDictionary<string, int> Counts() => Classes.CountBy(name => name).ToDictionary();

    /// <summary>The numbers of the rows of each class.</summary>
    public IReadOnlyDictionary<string, List<int>> RowsByClass() => Classes.Index().GroupBy(row => row.Item, row => row.Index)
        .ToDictionary(rows => rows.Key, rows => rows.ToList());
}
