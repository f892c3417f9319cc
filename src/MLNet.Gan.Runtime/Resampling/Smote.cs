namespace MLNet.Gan;

/// <summary>SMOTE of Chawla et al. (2002): new rows on the lines between rows of the class and their nearest neighbors in it.</summary>
/// <remarks>
/// <para>
/// x = a + u (b − a), where a is a row of the class, b one of its k nearest other rows of the class by the Euclidean distance of all
/// inputs, and u uniform in [0, 1); all three are drawn anew for every row, with replacement. So imbalanced-learn 0.10 does it.
/// </para>
/// <para>
/// The inputs are numbers and vectors of Single. The distance takes them as they are: normalize them first, or those with large values
/// decide alone. In columns of integers the result is rounded to the nearest one, where imbalanced-learn truncates it toward 0. Columns
/// that are no inputs have the values of a.
/// </para>
/// </remarks>
public sealed record Smote : IResampling
{
    /// <summary>The number k of nearest neighbors, at least 1; default 5.</summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 5;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">An input is missing or no number.</exception>
    /// <exception cref="InvalidOperationException">
    /// A class has fewer than k + 1 rows, or a value is missing or not finite.
    /// </exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new() { Method = this, Added = SyntheticRows.Make(task, NeighborCount, categoryPenalty: null) };
    }
}
