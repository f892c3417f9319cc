namespace MLNet.Gan;

/// <summary>
/// Uniform random numbers that depend on a seed, a row and a column alone, so that a table is encoded alike in whatever batches.
/// </summary>
/// <remarks>The numbers are outputs of SplitMix64 (Steele et al., 2014) at states apart.</remarks>
internal readonly record struct RowDraws(ulong State)
{
    /// <summary>The draws of a row.</summary>
    public static RowDraws Of(int seed, long row) => new(Mix(Mix((ulong)seed) + (ulong)row));

    /// <summary>The draws of a column, or of a slot of it.</summary>
    public RowDraws Of(int column) => new(Mix(State + (ulong)column));

    /// <summary>A number of [0, 1).</summary>
    public double Uniform(int index) => (Mix(State + (ulong)index) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong state)
    {
        var mixed = unchecked(state + 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
