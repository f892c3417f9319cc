namespace MLNet.Gan;

/// <summary>SMOTE-NC of Chawla et al. (2002), section 6.1: <see cref="Smote"/> of numbers and categories.</summary>
/// <remarks>
/// <para>
/// Numbers are made as by <see cref="Smote"/>. The squared distance of two rows is that of their numbers plus (p m)² for each category
/// in which they differ, where m is the median of the standard deviations of the class's numbers and p is
/// <see cref="CategoryPenalty"/>. A new row has the most frequent category among the k nearest neighbors of a, the row that it is made
/// of; of equally frequent ones any, with the same probability.
/// </para>
/// <para>
/// Keys, text and Booleans are categories, and a missing one is a category, too. At least one input has to be a number.
/// </para>
/// </remarks>
public sealed record SmoteNc : IResampling
{
    /// <summary>The number k of nearest neighbors, at least 1; default 5.</summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 5;

    /// <summary>
    /// The distance p of two rows that differ in one category alone, in medians m, at least 0; default √½, which is
    /// imbalanced-learn's up to version 0.11.0. The paper's is 1, as in later versions.
    /// </summary>
    public double CategoryPenalty { get; init => field = Check.NotNegative(value); } = Math.Sqrt(0.5);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">An input is missing or of another type.</exception>
    /// <exception cref="InvalidOperationException">
    /// A class has fewer than k + 1 rows, a number is missing or not finite, or all inputs are categories.
    /// </exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new() { Method = this, Added = SyntheticRows.Make(task, NeighborCount, CategoryPenalty) };
    }
}
