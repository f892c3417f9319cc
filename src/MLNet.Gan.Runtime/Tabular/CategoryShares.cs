namespace MLNet.Gan;

/// <summary>How often the values of a column occur.</summary>
/// <param name="Frequent">Those that have a state of their own, in their order.</param>
/// <param name="Rare">The others, the most frequent first.</param>
/// <param name="Missing">The number of missing values.</param>
internal sealed record CategoryShares<T>(IReadOnlyList<CategoryCount<T>> Frequent, IReadOnlyList<CategoryCount<T>> Rare, long Missing)
    where T : notnull
{
    /// <summary>Returns the shares of counted values, of which some have a state of their own at most.</summary>
    public static CategoryShares<T> Of(IReadOnlyDictionary<T, long> counts, long missing, int most)
    {
        // Strings are compared by their code units, not as words of a culture.
        var order = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;
        CategoryCount<T>[] ranked =
        [
            .. counts.Select(pair => new CategoryCount<T>(pair.Key, pair.Value)).OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Value, order),
        ];
        return new([.. ranked.Take(most).OrderBy(pair => pair.Value, order)], [.. ranked.Skip(most)], missing);
    }
}
