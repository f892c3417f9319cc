namespace MLNet.Gan;

/// <summary>How many rows of a class are to be added.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">The number of rows, above 0.</param>
internal readonly record struct Wanted(string Class, int Count)
{
    /// <summary>The classes that get rows, in ordinal order, which a dictionary does not promise.</summary>
    /// <exception cref="InvalidOperationException">A class has no row to learn from, or fewer than 0 are wanted.</exception>
    public static IReadOnlyList<Wanted> Of(ResamplingTask task)
    {
        foreach (var (name, count) in task.RowsToAdd)
        {
            if (count < 0)
                throw new InvalidOperationException(
                    $"{count} rows are to be added to class '{name}'. Rows are added, not removed: give at least 0.");
            if (count > 0 && task.Counts.GetValueOrDefault(name) == 0)
                throw new InvalidOperationException(
                    $"Class '{name}' has no training row, and its rows cannot be made of nothing. The classes are {Names(task.Counts.Keys)}.");
        }

        return [.. task.RowsToAdd.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new Wanted(pair.Key, pair.Value))];
    }

    /// <summary>Names of classes in a sentence.</summary>
    public static string Names(IEnumerable<string> classes)
    {
        const int shown = 10;
        string[] names = [.. classes.Order(StringComparer.Ordinal)];
        return string.Join(", ", names.Take(shown).Select(name => $"'{name}'")) + (names.Length > shown ? $" and {names.Length - shown} more" : "");
    }
}
