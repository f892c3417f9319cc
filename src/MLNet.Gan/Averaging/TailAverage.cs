namespace MLNet.Gan;

/// <summary>The plain mean of the last few states of the weights, taken at equal distances.</summary>
/// <remarks>
/// Until the first state is taken it is the current weights; until there are <see cref="Count"/> of them, it is the
/// mean of those there are. Each remembered state costs a copy of the weights. Izmailov et al. (2018, algorithm 1)
/// average in this way over all states; here the early ones are forgotten.
/// </remarks>
public sealed record TailAverage : IWeightAverage
{
    /// <summary>The number of states in the mean, at least 1; default 10.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 10;

    /// <summary>The number of steps between two states, at least 1; default 100.</summary>
    public int Interval { get; init => field = Check.Positive(value); } = 100;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new TailAverageState(this, average);
}
