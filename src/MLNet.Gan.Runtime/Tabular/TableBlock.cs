namespace MLNet.Gan;

/// <summary>Neighboring numbers of an encoded row that belong together.</summary>
/// <param name="Column">The name of the column; of a vector's slot with its number.</param>
/// <param name="Start">Where they begin in the row.</param>
/// <param name="Width">How many they are.</param>
/// <param name="IsOneHot">Whether they are a one-hot vector; otherwise one number of [−1, 1].</param>
/// <param name="IsCondition">Whether they are a column's categories, which generation can be conditioned on.</param>
/// <param name="Counts">
/// How many of the rows that the encoding was learned from have each state, of a mode about how many; empty for a number.
/// </param>
/// <param name="States">The names of the states; empty for a number.</param>
internal sealed record TableBlock(
    string Column, int Start, int Width, bool IsOneHot, bool IsCondition, IReadOnlyList<long> Counts, IReadOnlyList<string> States);
