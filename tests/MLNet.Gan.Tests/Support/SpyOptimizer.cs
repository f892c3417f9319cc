
namespace MLNet.Gan.Tests.Support;

/// <summary>Another optimizer, whose memory is kept in sight.</summary>
internal sealed record SpyOptimizer(IOptimizer Inner) : IOptimizer
{
    public List<IOptimizerState> States { get; } = [];

    /// <summary>All that it remembers, in order.</summary>
    public double[] Memory => [.. States.SelectMany(state => state.StateTensors).SelectMany(AssertTensor.Values)];

    public Schedule LearningRate => Inner.LearningRate;

    public IOptimizerState CreateState(Tensor parameters)
    {
        States.Add(Inner.CreateState(parameters));
        return States[^1];
    }
}
