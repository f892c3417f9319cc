namespace MLNet.Gan.Training;

/// <summary>
/// A network, which stays its maker's, its parameters in one vector, and the optimizer that moves them.
/// </summary>
internal sealed class Trainable<TNetwork> : IDisposable where TNetwork : nn.Module
{
    private readonly FlatAdam _optimizer;

    public Trainable(TNetwork network, AdamOptions options)
    {
        Network = network;
        Parameters = new FlatParameters(network);
        _optimizer = new FlatAdam(options, Parameters);
    }

    public TNetwork Network { get; }

    public FlatParameters Parameters { get; }

    /// <summary>One update down the gradient of a loss.</summary>
    public void Descend(Tensor loss, long step)
    {
        Parameters.ClearGradients();
        loss.backward();
        _optimizer.Update(step);
    }

    /// <summary>Decides whether backward passes compute this network's gradients.</summary>
    public void Freeze(bool frozen)
    {
        foreach (var parameter in Network.parameters())
            parameter.requires_grad_(!frozen);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        Parameters.Dispose();
    }
}
