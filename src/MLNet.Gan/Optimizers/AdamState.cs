namespace MLNet.Gan;

/// <summary>The state of <see cref="Adam"/>.</summary>
internal sealed class AdamState(AdamMoments moments) : IOptimizerState
{
    public IReadOnlyList<Tensor> StateTensors => moments.StateTensors;

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        moments.Move(gradient, ++Updates, learningRate);
    }

    public void Dispose() => moments.Dispose();
}
