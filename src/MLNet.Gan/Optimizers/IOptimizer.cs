namespace MLNet.Gan;

/// <summary>A gradient-based update rule for parameters.</summary>
/// <remarks>
/// An implementation is an immutable record: what changes during a run is in the state that it creates.
/// </remarks>
public interface IOptimizer : IChoice
{
    /// <summary>The learning rate at each step.</summary>
    Schedule LearningRate { get; }

    /// <summary>Creates the state of one run, with no updates done.</summary>
    /// <param name="parameters">All parameters of a player in one vector [P], which updates change in place.</param>
    IOptimizerState CreateState(Tensor parameters);
}
