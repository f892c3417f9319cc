using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>What was done to the training rows.</summary>
public sealed record AugmentResult
{
    /// <summary>The method that was used.</summary>
    public required IResampling Method { get; init; }

    /// <summary>The number of real rows of each class.</summary>
    public required IReadOnlyDictionary<string, int> RealRows { get; init; }

    /// <summary>The number of added rows of each class that got any.</summary>
    public required IReadOnlyDictionary<string, int> AddedRows { get; init; }

    /// <summary>The weights of the classes; null if they have none.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>The comparison by which the method was chosen; null if there was none.</summary>
    public ResamplingComparison? Comparison { get; init; }

    /// <summary>What was done, in a sentence or two.</summary>
    public string Summary => (Comparison is { } comparison ? $"{comparison.Summary} " : "") + Done;

    /// <summary>Returns a report of the summary, the rows of each class, and the comparison. Add sections of your own with <c>with</c>.</summary>
    /// <param name="title">The headline.</param>
    public RunReport Report(string title) => AugmentReport.Of(this, title);

    /// <summary>The summary and, if methods were compared, their table.</summary>
    public override string ToString() => Comparison is { } comparison ? $"{Summary}\n\n{comparison.Table}" : Summary;

    private string Done => Weights is { } weights
        ? $"The classes have the weights {List(weights)}."
        : AddedRows.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Method.GetType().Name} added {Counted.Of(AddedRows.Values.Sum(), "row")} to {RealRows.Values.Sum()}: {List(AddedRows)}.")
            : string.Create(CultureInfo.InvariantCulture, $"Nothing was added to the {RealRows.Values.Sum()} rows.");

    private static string List<T>(IReadOnlyDictionary<string, T> values) => string.Join(", ", values
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => string.Create(CultureInfo.InvariantCulture, $"'{value.Key}' {value.Value:0.###}")));
}
