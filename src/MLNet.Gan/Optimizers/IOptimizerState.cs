namespace MLNet.Gan;

/// <summary>The state of an optimizer during a run.</summary>
public interface IOptimizerState : IDisposable
{
    /// <summary>The state besides the number of updates, for checkpoints: vectors that belong to this object.</summary>
    IReadOnlyList<Tensor> StateTensors { get; }

    /// <summary>The number of updates done.</summary>
    long Updates { get; set; }

    /// <summary>Updates the parameters once.</summary>
    /// <param name="gradient">Their gradient [P], which is not changed.</param>
    /// <param name="learningRate">The learning rate.</param>
    void Update(Tensor gradient, double learningRate);
}
