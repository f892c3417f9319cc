using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Matches classes of generated rows with those of real rows by the names of their keys.</summary>
/// <remarks>Another set of classes has other numbers: without a class "bird", "cat" is the first one instead of the second.</remarks>
internal static class MatchedClasses
{
    /// <summary>Returns the classes of generated rows as the numbers that real rows have; as they are if a side has no names.</summary>
    /// <exception cref="InvalidOperationException">A class of generated rows is none of the real ones.</exception>
    public static List<int> Of(IDataView real, IDataView generated, List<int> labels, string column)
    {
        if (labels.Count == 0)
            return labels;
        var (names, others) = (LabelNames.Of(real.Schema[column]), LabelNames.Of(generated.Schema[column]));
        if (names.Count == 0 || others.Count == 0 || names.SequenceEqual(others))
            return labels;
        var numbers = names.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        foreach (var name in labels.Distinct().Select(label => others[label]).Where(name => !numbers.ContainsKey(name)))
            throw new InvalidOperationException(
                $"Generated rows have class '{name}' in column '{column}', but the classes of real rows are {Listed.Names([.. names])}. Add "
                    + "real rows of it, or leave it out of the generated ones.");
        return [.. labels.Select(label => numbers[others[label]])];
    }
}
