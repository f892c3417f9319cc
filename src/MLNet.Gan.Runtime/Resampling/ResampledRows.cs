using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>What a method of resampling gives to a training: rows to add, weights of the classes, both or nothing.</summary>
public sealed record ResampledRows
{
    /// <summary>The method.</summary>
    public required IResampling Method { get; init => field = Check.NotNull(value); }

    /// <summary>
    /// The rows to add; null (default) for none. Columns are matched by name and have the types of the training rows; one that is
    /// not there is filled with missing values.
    /// </summary>
    public IDataView? Added { get; init; }

    /// <summary>
    /// The weight of the rows of each class, in the column of <see cref="IResampling.WeightColumnName"/>; null (default) for equal
    /// weights. A class that is not there has the weight 1.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>The comparison by which the method was chosen; null (default) if there was none.</summary>
    public ResamplingComparison? Comparison { get; init; }
}
