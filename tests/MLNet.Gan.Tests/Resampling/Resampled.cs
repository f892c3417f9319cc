using Microsoft.ML;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>Tasks of resampling, as an estimator makes them.</summary>
internal static class Resampled
{
    public static ResamplingTask Task(IDataView rows, int added, string of = "True", string label = "Label", int seed = 0, params string[] inputs) => new()
    {
        Context = new(seed: 1), Rows = rows, LabelColumnName = label,
        InputColumnNames = inputs.Length > 0 ? inputs : [.. rows.Schema.Select(column => column.Name).Where(name => name != label)],
        Counts = ClassLabels.Read(rows, label, default).Counts(),
        RowsToAdd = new Dictionary<string, int> { [of] = added }, Seed = seed,
    };

    /// <summary>The added rows, where there are any.</summary>
    public static IDataView Rows(this IResampling method, ResamplingTask task) => method.Resample(task).Added!;

    public static IDataView View<T>(IEnumerable<T> rows) where T : class => new MLContext(seed: 1).Data.LoadFromEnumerable(rows);

    /// <summary>The rows of a class as SMOTE sees them.</summary>
    public static ClassRows Of(double[][] numbers, int[][]? categories = null) => new(
        [.. Enumerable.Range(0, numbers.Length)],
        new([.. numbers.SelectMany(row => row)], numbers[0].Length, [.. (categories ?? []).SelectMany(row => row)], categories?[0].Length ?? 0));
}
