namespace MLNet.Gan;

/// <summary>The state of <see cref="OptimisticAdam"/>: Adam's moments, and the last update direction.</summary>
internal sealed class OptimisticAdamState(AdamMoments moments, Tensor parameters) : IOptimizerState
{
    private readonly Tensor _way = zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> StateTensors => [.. moments.StateTensors, _way];

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (mean, denominator, scale) = moments.Update(gradient, ++Updates);
        using Scalar back = learningRate, length = scale, ahead = -2 * learningRate;
        parameters.add_(_way, alpha: back);
        _way.zero_().addcdiv_(mean, denominator, value: length);
        parameters.add_(_way, alpha: ahead);
    }

    public void Dispose()
    {
        moments.Dispose();
        _way.Dispose();
    }
}
