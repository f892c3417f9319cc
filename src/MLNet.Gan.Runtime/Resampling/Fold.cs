using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A fold of a cross-validation: held-out rows, and the task of resampling the others.</summary>
internal sealed class Fold
{
    /// <param name="assigned">The fold of each row.</param>
    /// <param name="held">The fold that is held out.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="task">The task of all rows; of those that it wants in addition, the fold has its share.</param>
    public Fold(int[] assigned, int held, IDataView rows, IReadOnlyList<string> labels, ResamplingTask task)
    {
        Test = new RowSubsetView(rows, [.. assigned.Select(fold => fold == held)]);
        TestLabels = [.. labels.Where((_, row) => assigned[row] == held)];
        var counts = labels.Where((_, row) => assigned[row] != held).CountBy(name => name).ToDictionary();
        Task = task with
        {
            Rows = new RowSubsetView(rows, [.. assigned.Select(fold => fold != held)]),
            Counts = counts,
            RowsToAdd = counts.ToDictionary(count => count.Key, count =>
                (int)Math.Round((double)task.RowsToAdd.GetValueOrDefault(count.Key) * count.Value / task.Counts[count.Key])),
            Trainer = null,
        };
    }

    /// <summary>The rows that are held out.</summary>
    public IDataView Test { get; }

    /// <summary>Their classes.</summary>
    public IReadOnlyList<string> TestLabels { get; }

    /// <summary>The task of resampling the other rows.</summary>
    public ResamplingTask Task { get; }

    /// <summary>Checks that both sides have rows of every class.</summary>
    public void Require(IReadOnlyList<string> classes, string? key)
    {
        foreach (var name in classes)
        {
            if (!Task.Counts.ContainsKey(name) || !TestLabels.Contains(name))
                throw new InvalidOperationException(
                    $"A fold has no row of class '{name}', since rows of the same '{key}' stay together. Set {nameof(AutoResampling)}."
                        + $"{nameof(AutoResampling.Folds)} to 2, or set {nameof(AugmentOptions)}.{nameof(AugmentOptions.Method)} to one method.");
        }
    }
}
