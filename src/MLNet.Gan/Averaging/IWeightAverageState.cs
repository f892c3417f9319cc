namespace MLNet.Gan;

/// <summary>The state of a weight average during a run.</summary>
public interface IWeightAverageState : IDisposable
{
    /// <summary>
    /// The state besides the average itself, for checkpoints: vectors of any type and length that belong to this
    /// object, on any device. Values that are copied into them are used from then on.
    /// </summary>
    IReadOnlyList<Tensor> StateTensors { get; }

    /// <summary>Updates the average with the weights after one more step.</summary>
    /// <param name="current">The current weights and buffers [P].</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="batchSize">The number of samples in the step's batch.</param>
    void Update(Tensor current, long step, int batchSize);
}
