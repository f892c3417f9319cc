namespace MLNet.Gan;

/// <summary>The arithmetic mean of the last few snapshots of the weights, taken at equal intervals.</summary>
/// <remarks>
/// Before the first snapshot it is the current weights; until there are <see cref="Count"/> snapshots, it is the mean
/// of those taken. Each snapshot costs a copy of the weights. Izmailov et al. (2018, algorithm 1) average in this way
/// over all snapshots; here the oldest are dropped.
/// </remarks>
public sealed record TailAverage : IWeightAverage
{
    /// <summary>The number of snapshots in the mean, at least 1; default 10.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 10;

    /// <summary>The number of steps between two snapshots, at least 1; default 100.</summary>
    public int Interval { get; init => field = Check.Positive(value); } = 100;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new TailAverageState(this, average);
}
