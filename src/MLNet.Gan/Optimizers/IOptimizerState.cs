namespace MLNet.Gan;

/// <summary>What an optimizer remembers during a run.</summary>
public interface IOptimizerState : IDisposable
{
    /// <summary>All that is remembered, beside the number of updates: vectors that belong to this state.</summary>
    IReadOnlyList<Tensor> StateTensors { get; }

    /// <summary>The number of updates done.</summary>
    long Updates { get; set; }

    /// <summary>Moves the parameters once.</summary>
    /// <param name="gradient">Their gradient [P], which the update leaves as it is.</param>
    /// <param name="learningRate">The step size.</param>
    void Update(Tensor gradient, double learningRate);
}
