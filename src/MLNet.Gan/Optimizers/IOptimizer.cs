namespace MLNet.Gan;

/// <summary>A rule that moves parameters down their gradients.</summary>
/// <remarks>An implementation is an immutable record: what changes during a run is in what it begins.</remarks>
public interface IOptimizer : IChoice
{
    /// <summary>The step size at each step.</summary>
    Schedule LearningRate { get; }

    /// <summary>The state of one run, which begins at zero.</summary>
    /// <param name="parameters">All parameters of a player in one vector [P], which updates change in place.</param>
    IOptimizerState CreateState(Tensor parameters);
}
