namespace MLNet.Gan.Metrics;

/// <summary>A column by which a classifier tells synthetic rows from real ones.</summary>
/// <param name="Name">The column.</param>
/// <param name="Drop">How much smaller the area under the ROC curve is when the column's values are shuffled among the rows.</param>
public sealed record TellingColumn(string Name, double Drop);
