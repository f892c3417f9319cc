namespace MLNet.Gan;

/// <summary>How a column of a table is encoded, where that is not left to the rules.</summary>
public sealed record TableColumnOptions
{
    /// <summary>The name of the column. For a column of vectors the options hold for each value.</summary>
    public required string Name { get; init => field = Check.Name(value); }

    /// <summary>
    /// Whether values are categories, of which only those are generated that occur; null (default) for the rule: text, keys and
    /// Booleans are, and numbers if there are at most 20 different ones and at most the square root of the number of rows.
    /// </summary>
    public bool? IsCategory { get; init; }

    /// <summary>
    /// The most categories with a state of their own, greater than 0; null (default) for that of the table. The others share a
    /// state, in which each keeps its share. Set it to allow a column in which nearly every row has a text of its own.
    /// </summary>
    public int? MaximumCategories { get; init => field = value is { } number ? Check.Positive(number) : null; }

    /// <summary>The least number that is generated; null (default) for the least in the data.</summary>
    public double? Minimum { get; init => field = value is { } number ? Check.Finite(number) : null; }

    /// <summary>The largest number that is generated; null (default) for the largest in the data.</summary>
    public double? Maximum { get; init => field = value is { } number ? Check.Finite(number) : null; }

    /// <summary>
    /// The number of decimals that fractions are rounded to, 0 to 15; null (default) for those of the data, or for no rounding if the
    /// data have as many digits as their type.
    /// </summary>
    public int? Decimals
    {
        get;
        init => field = value is null or (>= 0 and <= 15) ? value : throw Check.OutOfRange(nameof(Decimals), value, "at least 0 and at most 15");
    }

    /// <summary>
    /// Whether the logarithm of numbers is encoded; null (default) for the rule: if a tail is 20 times as long as the range of the
    /// middle 90 % of the data.
    /// </summary>
    public bool? UsesLogarithm { get; init; }

    /// <summary>Whether something is set that only numbers have.</summary>
    internal bool ConcernsNumbers => IsCategory == false || Minimum is not null || Maximum is not null || Decimals is not null || UsesLogarithm is not null;
}
