using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>Trains a classifier on real rows and what a method of resampling adds to them.</summary>
/// <remarks>
/// <para>
/// <c>Fit</c> resamples the rows that it is given and no others, fits the trainer to them, and returns the trainer's own transformer:
/// scoring, saving and prediction engines are ML.NET's, and no added row is ever scored. The trainer may be a pipeline, whose
/// transforms are then fitted to the added rows, too.
/// </para>
/// <para>
/// Input: a label of keys, text or Booleans, and the columns that the trainer needs. Output: what the trainer's is. Deterministic for
/// a seed and a deterministic trainer.
/// </para>
/// </remarks>
/// <typeparam name="TTransformer">The trainer's transformer.</typeparam>
public sealed class AugmentEstimator<TTransformer> : IEstimator<TTransformer> where TTransformer : class, ITransformer
{
    private readonly MLContext _context;
    private readonly IEstimator<TTransformer> _trainer;
    private readonly AugmentOptions _options;

    internal AugmentEstimator(MLContext context, IEstimator<TTransformer> trainer, AugmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(options);
        (_context, _trainer, _options) = (context, trainer, options);
    }

    /// <summary>Augments the rows and trains on them; <see cref="MLContext.Log"/> says what was done.</summary>
    /// <param name="input">The training rows, which give the same rows in the same order at every pass.</param>
    /// <returns>The trainer's own transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of a wrong type.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are fewer than two classes, a row has no class, the method does not work with the rows, or the trainer does not read the
    /// weights.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public TTransformer Fit(IDataView input) => Fit(input, out _);

    /// <summary>Augments the rows and trains on them, as <see cref="Fit(IDataView)"/>, and says what was done.</summary>
    /// <param name="input">The training rows.</param>
    /// <param name="result">The method, the numbers of rows, and the comparison if there was one.</param>
    /// <returns>The trainer's own transformer.</returns>
    public TTransformer Fit(IDataView input, out AugmentResult result)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var channel = ((IHostEnvironment)_context).Register("MLNet.Gan").Start("Augmentation");
        var task = Task(input);
        Wanted.Of(task); // Also a balance of the user's is checked, whatever the method makes of it.
        Warn(channel, input.Schema, task);
        var resampled = _options.Method.Resample(task);
        task.CancellationToken.ThrowIfCancellationRequested();
        var training = TrainingRows.Of(task, resampled, _options.Method.WeightColumnName);
        result = new()
        {
            Method = resampled.Method, RealRows = task.Counts, AddedRows = training.Added, Weights = resampled.Weights,
            Comparison = resampled.Comparison,
        };
        channel.Info(MessageSensitivity.UserData, "{0}", result.Summary);
        var transformer = _trainer.Fit(training.View);
        try
        {
            training.RequireWeightsRead();
        }
        catch (InvalidOperationException)
        {
            (transformer as IDisposable)?.Dispose();
            throw;
        }

        string[] missing = [.. training.MissingRead];
        if (missing.Length > 0)
            channel.Warning(MessageSensitivity.UserData, "The trainer read {0}, of which added rows have no values: it may learn what is added instead of what "
                + "is rare. Add it to the inputs, or leave it out of the trainer's features.", Wanted.Names(missing));
        _options.Results?.Report(result);
        return transformer;
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        ClassColumn.Has(inputSchema, _options.LabelColumnName);
        if (_options.Method.WeightColumnName is not { } weights || inputSchema.Any(column => column.Name == weights))
            return _trainer.GetOutputSchema(inputSchema);

        // The trainer is fitted to a column that rows to score do not have.
        var output = _trainer.GetOutputSchema(SchemaShapes.With(inputSchema, weights, NumberDataViewType.Single));
        return new(output.Where(column => column.Name != weights));
    }

    private ResamplingTask Task(IDataView input)
    {
        var counts = ClassLabels.Read(input, _options.LabelColumnName, _options.CancellationToken).Counts();
        if (counts.Count < 2)
            throw new InvalidOperationException(counts.Count == 0
                ? "The training set has no rows."
                : counts.Values.Single() == 1 ? "The training set has only 1 row. Add rows of another class."
                : $"All {counts.Values.Single()} rows are of class '{counts.Keys.Single()}' of column '{_options.LabelColumnName}', but a classifier "
                    + "needs two classes. Add rows of another class.");
        return new()
        {
            Context = _context, Rows = input, LabelColumnName = _options.LabelColumnName, InputColumnNames = Inputs(input.Schema), Counts = counts,
            RowsToAdd = _options.Balance.RowsToAdd(counts), Seed = _options.Seed, Trainer = _trainer,
            SamplingKeyColumnName = _options.SamplingKeyColumnName, CancellationToken = _options.CancellationToken,
        };
    }

    private string[] Inputs(DataViewSchema schema)
    {
        if (_options.SamplingKeyColumnName is { } key)
            ColumnCheck.Named(schema, key, nameof(AugmentOptions.SamplingKeyColumnName));
        foreach (var name in _options.ExcludedColumnNames)
            ColumnCheck.Named(schema, name, nameof(AugmentOptions.ExcludedColumnNames));
        foreach (var name in _options.InputColumnNames ?? [])
            ColumnCheck.Named(schema, name, nameof(AugmentOptions.InputColumnNames));
        string[] others = [_options.LabelColumnName, .. _options.ExcludedColumnNames, .. _options.SamplingKeyColumnName is { } also ? [also] : Array.Empty<string>()];
        return [.. (_options.InputColumnNames ?? schema.Where(column => !column.IsHidden).Select(column => column.Name)).Except(others)];
    }

    /// <summary>Says which classes are known by name but have no row, and so get none.</summary>
    private void Warn(IChannel channel, DataViewSchema schema, ResamplingTask task)
    {
        string[] empty = [.. ClassColumn.KeyNames(schema[_options.LabelColumnName]).Except(task.Counts.Keys)];
        if (empty.Length > 0)
            channel.Warning(MessageSensitivity.UserData, "No training row is of {0}: nothing is added to a class without rows.", Wanted.Names(empty));
    }
}
