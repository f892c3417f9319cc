using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The rows that a trainer is fitted to: the real ones, those added to them, and weights.</summary>
internal sealed class TrainingRows
{
    private readonly ComputedColumnView<float>? _weighted;
    private readonly string? _column;
    private readonly MixedView? _mixed;

    private TrainingRows(IDataView view, IReadOnlyDictionary<string, int> added, ComputedColumnView<float>? weighted, string? column) =>
        (View, Added, _weighted, _column, _mixed) = (weighted ?? view, added, weighted, column, view as MixedView);

    /// <summary>The rows.</summary>
    public IDataView View { get; }

    /// <summary>The number of added rows of each class that got any.</summary>
    public IReadOnlyDictionary<string, int> Added { get; }

    /// <summary>The columns that a trainer read and added rows have no values of; known after the training.</summary>
    public IEnumerable<string> MissingRead => _mixed?.MissingRead ?? [];

    /// <summary>Puts the rows together.</summary>
    /// <param name="task">The task.</param>
    /// <param name="resampled">What a method made of it.</param>
    /// <param name="weightColumn">
    /// The column of weights that the rows get, of 1 where the method gives none; null for no such column. One that the rows have stays as it is.
    /// </param>
    public static TrainingRows Of(ResamplingTask task, ResampledRows resampled, string? weightColumn)
    {
        IReadOnlyDictionary<string, int> counts = new Dictionary<string, int>();
        var view = task.Rows;
        if (resampled.Added is { } added)
        {
            var labels = ClassLabels.Read(added, task.LabelColumnName, task.CancellationToken);
            counts = labels.Counts();
            view = new MixedView(task.Rows, task.Counts.Values.Sum(), added, labels.Classes.Count, task.Seed);
        }

        return weightColumn is null || task.Rows.Schema.GetColumnOrNull(weightColumn) is not null
            ? new(view, counts, null, null)
            : new(view, counts, Weighted(view, weightColumn, task.LabelColumnName, resampled.Weights), resampled.Weights is null ? null : weightColumn);
    }

    /// <summary>Checks after a training that the trainer asked for the weights, if there were any.</summary>
    /// <exception cref="InvalidOperationException">It did not, and the weights were without effect.</exception>
    public void RequireWeightsRead()
    {
        if (_column is not null && _weighted is { IsRead: false })
            throw new InvalidOperationException(
                $"The trainer did not read the weights of the classes in column '{_column}': without them nothing changes. Set its argument "
                    + $"exampleWeightColumnName (ExampleWeightColumnName of its options) to \"{_column}\", or use a method that adds rows. Trainers "
                    + "without this argument cannot use weights.");
    }

    private static ComputedColumnView<float> Weighted(IDataView view, string name, string labelColumn, IReadOnlyDictionary<string, double>? weights)
    {
        var column = new DataViewSchema.DetachedColumn(name, NumberDataViewType.Single);
        if (weights is null)
            return new(view, column, [], _ => () => 1);
        var label = ClassColumn.Find(view.Schema, labelColumn);
        return new(view, column, [label], row =>
        {
            var read = ClassColumn.Bind(row, label);
            return () => (float)weights.GetValueOrDefault(read(), 1);
        });
    }
}
