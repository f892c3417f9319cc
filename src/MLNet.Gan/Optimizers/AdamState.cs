namespace MLNet.Gan;

/// <summary>The state of <see cref="Adam"/>.</summary>
internal sealed class AdamState(AdamMoments moments, Tensor parameters) : IOptimizerState
{
    public IReadOnlyList<Tensor> StateTensors => moments.StateTensors;

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (mean, denominator, scale) = moments.Update(gradient, ++Updates);
        using Scalar move = -learningRate * scale;
        parameters.addcdiv_(mean, denominator, value: move);
    }

    public void Dispose() => moments.Dispose();
}
