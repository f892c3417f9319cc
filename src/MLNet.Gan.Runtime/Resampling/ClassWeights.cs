namespace MLNet.Gan;

/// <summary>A weight for the rows of each class instead of further rows.</summary>
/// <remarks>
/// A row of a class with n rows and a more wanted weighs (n + a) / n, as much as all its copies would on average. The trainer has to
/// read the column: set its <c>exampleWeightColumnName</c>.
/// </remarks>
public sealed record ClassWeights : IResampling
{
    /// <summary>The column of weights, of type Single, which the training rows get; default "Weight".</summary>
    public string ColumnName { get; init => field = Check.Name(value); } = "Weight";

    /// <inheritdoc/>
    string? IResampling.WeightColumnName => ColumnName;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The rows already have a column of this name.</exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Rows.Schema.GetColumnOrNull(ColumnName) is not null)
            throw new InvalidOperationException(
                $"The training rows already have a column '{ColumnName}'. Set {nameof(ClassWeights)}.{nameof(ColumnName)} to another "
                    + "name, and the trainer's exampleWeightColumnName as well.");
        return new()
        {
            Method = this,
            Weights = task.Counts.ToDictionary(
                count => count.Key, count => (double)(count.Value + task.RowsToAdd.GetValueOrDefault(count.Key)) / count.Value),
        };
    }
}
