using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The training rows of a classifier, and how many rows of each class are wanted in addition.</summary>
/// <remarks>
/// A class is named by its text, by "True" or "False", or by the value of its key: the key's number, counted from 1, where keys
/// have no values.
/// </remarks>
public sealed record ResamplingTask
{
    /// <summary>ML.NET's context.</summary>
    public required MLContext Context { get; init => field = Check.NotNull(value); }

    /// <summary>The training rows.</summary>
    public required IDataView Rows { get; init => field = Check.NotNull(value); }

    /// <summary>The column of classes: a key, text or a Boolean.</summary>
    public required string LabelColumnName { get; init => field = Check.Name(value); }

    /// <summary>The columns that the classifier may learn from, which new rows need values for.</summary>
    public required IReadOnlyList<string> InputColumnNames { get; init => field = Check.Items(value); }

    /// <summary>The number of training rows of each class that has any.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init => field = Check.NotNull(value); }

    /// <summary>The number of rows to add to each class, at least 0; a class that is not there gets none.</summary>
    public required IReadOnlyDictionary<string, int> RowsToAdd { get; init => field = Check.NotNull(value); }

    /// <summary>The seed of all random choices; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>What is trained on the rows, for methods that try it; null (default) if unknown.</summary>
    public IEstimator<ITransformer>? Trainer { get; init; }

    /// <summary>The column whose equal values belong together when rows are held out; null (default) for none.</summary>
    public string? SamplingKeyColumnName { get; init => field = Check.NameOrNull(value); }

    /// <summary>Ends the work with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}
