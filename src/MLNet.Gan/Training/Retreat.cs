namespace MLNet.Gan;

/// <summary>A copy of networks, average and optimizers, to which a run can roll back.</summary>
internal sealed class Retreat : IDisposable
{
    private readonly GanNetworks _networks;
    private readonly (string Name, Tensor Live, Tensor Copy)[] _tensors;

    /// <summary>Copies the networks as they are now.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="name">The prefix of the tensors' names in checkpoints.</param>
    public Retreat(GanNetworks networks, string name)
    {
        using var scope = NewDisposeScope();
        _networks = networks;
        _tensors =
        [
            .. networks.Weights.Concat(networks.Moments)
                .Select(tensor => ($"{name}.{tensor.Name}", tensor.Value, tensor.Value.detach().clone().DetachFromDisposeScope())),
        ];
        Updates = CurrentUpdates;
    }

    /// <summary>The step of the copy.</summary>
    public long Step { get; set; }

    /// <summary>The numbers of updates of generator and discriminator then.</summary>
    public IReadOnlyList<long> Updates { get; set; }

    /// <summary>The copies, for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Value)> Tensors => _tensors.Select(tensor => (tensor.Name, tensor.Copy));

    private long[] CurrentUpdates => [_networks.Generator.Updates, _networks.Discriminator.Updates];

    /// <summary>Copies the networks as they are now.</summary>
    public void Save(long step)
    {
        using var _ = no_grad();
        foreach (var (_, live, copy) in _tensors)
            copy.copy_(live);
        (Step, Updates) = (step, CurrentUpdates);
    }

    /// <summary>Restores the networks, bit for bit.</summary>
    public void Restore()
    {
        using var _ = no_grad();
        foreach (var (_, live, copy) in _tensors)
            live.copy_(copy);
        (_networks.Generator.Updates, _networks.Discriminator.Updates) = (Updates[0], Updates[1]);
    }

    public void Dispose()
    {
        foreach (var (_, _, copy) in _tensors)
            copy.Dispose();
    }
}
