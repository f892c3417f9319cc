namespace MLNet.Gan;

/// <summary>Learns how the values of a column, or of a slot of its vectors, are encoded.</summary>
/// <param name="type">Their type.</param>
/// <param name="values">The values.</param>
/// <param name="name">The name of the column or slot, for messages.</param>
/// <param name="options">The options of the table.</param>
/// <param name="chosen">The options of the column.</param>
/// <param name="seed">The seed of samples.</param>
internal sealed class PartFit<TRaw, T>(
    TableType<TRaw, T> type, TableValues<T> values, string name, TableEncodingOptions options, TableColumnOptions chosen, int seed)
    where T : notnull
{
    // A column of numbers is one of categories if it has few values: at most 20, and at most as many as the root of its rows.
    private const int FewValues = 20, FewestNames = 20;
    private const double MostlyUnique = 0.9;

    private long _missing;

    private IEnumerable<T> Known
    {
        get
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (!type.IsMissing(values[i]))
                    yield return values[i];
            }
        }
    }

    /// <summary>Learns the encoding.</summary>
    /// <exception cref="InvalidOperationException">Nearly every row has a text of its own.</exception>
    public ITablePart<T> Fit()
    {
        for (var i = 0; i < values.Count; i++)
            _missing += type.IsMissing(values[i]) ? 1 : 0;
        var known = values.Count - _missing;
        if (type.LearnScale is null)
            return chosen.ConcernsNumbers
                ? throw new InvalidOperationException(
                    $"Column '{name}' is of type {type.Name}, so its values are categories. Set nothing but Name and MaximumCategories in its options, or convert it to numbers.")
                : Categories(Counted(int.MaxValue)!, $"its values are of type {type.Name}");
        if (!type.HasBounds && (chosen.Minimum ?? chosen.Maximum) is not null)
            throw new InvalidOperationException($"Column '{name}' has dates or times, of which Minimum and Maximum cannot be set. Leave them null.");
        if (chosen.IsCategory == true)
            return Categories(Counted(int.MaxValue)!, "it is to be one");

        var few = Counted(FewValues);
        if (few is { Count: <= 1 })
            return Categories(few, "");
        if (few is not null && !chosen.ConcernsNumbers && (double)few.Count * few.Count <= known)
            return Categories(few, $"it has {few.Count} values only");
        return new NumberFit<TRaw, T>(type, Known, known, _missing, name, options, chosen, seed).Fit();
    }

    private CategoryPart<TRaw, T> Categories(Dictionary<T, long> counts, string reason)
    {
        var most = chosen.MaximumCategories ?? options.MaximumCategories;
        if (type.LearnScale is null && chosen.IsCategory is null && chosen.MaximumCategories is null && counts.Count > FewestNames
            && counts.Count > MostlyUnique * (values.Count - _missing))
            throw new InvalidOperationException(
                $"Column '{name}' has {counts.Count} different values in {values.Count - _missing} rows, such as '{type.Text(counts.Keys.First())}': names or "
                    + "identifiers, which a table that is generated should not repeat. Leave the column out (WithoutColumns). Or, if its values may occur in "
                    + $"generated rows, set MaximumCategories of its options: so many have a category of their own. Or replace it by something coarser, such as "
                    + "ml.Transforms.Conversion.Hash with few bits.");

        var shares = CategoryShares<T>.Of(counts, _missing, most);
        var missing = _missing > 0 ? $", {TableText.Share(_missing, values.Count)} missing" : "";
        var explanation = (counts.Count, shares.Rare.Count) switch
        {
            (0, _) => "is missing in all rows, and in all generated ones.",
            (1, 0) when _missing == 0 => $"is '{type.Text(counts.Keys.First())}' in all rows, and in all generated ones.",
            (_, 0) => $"is a category of {counts.Count} values{missing}{(reason.Length > 0 ? $", since {reason}" : "")}.",
            _ => $"is a category, since {reason}: the {shares.Frequent.Count} most frequent of {counts.Count} values have a state of their own, and the others, "
                + $"{TableText.Share(shares.Rare.Sum(pair => pair.Count), values.Count)} of the rows, share one, in which each keeps its share{missing}.",
        };
        return new(type, shares, explanation);
    }

    /// <summary>The number of rows of each value; null if there are more values than asked for.</summary>
    private Dictionary<T, long>? Counted(int most)
    {
        Dictionary<T, long> counts = [];
        foreach (var value in Known)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > most)
                return null;
        }

        return counts;
    }
}
