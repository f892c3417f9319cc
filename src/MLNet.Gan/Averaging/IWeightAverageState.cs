namespace MLNet.Gan;

/// <summary>An average that is being taken.</summary>
public interface IWeightAverageState : IDisposable
{
    /// <summary>
    /// All that is remembered beside the average itself: vectors of any type and length that belong to this state, on
    /// the device that suits it. What is copied into them is what it goes on with.
    /// </summary>
    IReadOnlyList<Tensor> StateTensors { get; }

    /// <summary>Takes in the weights of one more step.</summary>
    /// <param name="current">The weights and buffers as they are [P].</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="batchSize">The samples that the step was trained on.</param>
    void Update(Tensor current, long step, int batchSize);
}
