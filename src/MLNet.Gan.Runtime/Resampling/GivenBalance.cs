namespace MLNet.Gan;

/// <summary>Given numbers of rows; classes that are not named get none.</summary>
public sealed record GivenBalance : IClassBalance
{
    /// <param name="rows">By class, the number of rows with the real ones.</param>
    public GivenBalance(IReadOnlyDictionary<string, int> rows) => Rows = rows;

    /// <summary>By class, the number of rows with the real ones.</summary>
    public IReadOnlyDictionary<string, int> Rows { get; init => field = Check.NotNull(value); }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A class has no row, or has more than it should have.</exception>
    public IReadOnlyDictionary<string, int> RowsToAdd(IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Rows.ToDictionary(wanted => wanted.Key, wanted => wanted.Value - Present(wanted.Key, wanted.Value, counts));
    }

    private static int Present(string name, int wanted, IReadOnlyDictionary<string, int> counts)
    {
        var count = counts.TryGetValue(name, out var known) ? known : throw new InvalidOperationException(
            $"{nameof(ClassBalance)}.{nameof(ClassBalance.To)} names class '{name}', which has no training row. The classes are {Wanted.Names(counts.Keys)}.");
        return count <= wanted ? count : throw new InvalidOperationException(
            $"{nameof(ClassBalance)}.{nameof(ClassBalance.To)} wants {wanted} rows of class '{name}', which has {count}. Rows are added, not "
                + $"removed: give at least {count}, or leave rows out before ml.Gan.Augment.");
    }
}
