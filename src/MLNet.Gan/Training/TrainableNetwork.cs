namespace MLNet.Gan;

/// <summary>
/// A network with its parameters in one vector, an optimizer and update hooks. The caller owns the network.
/// </summary>
internal sealed class TrainableNetwork<TNetwork> : IDisposable where TNetwork : nn.Module
{
    private readonly IOptimizer _optimizer;
    private readonly IReadOnlyList<IUpdateHook> _hooks;
    private readonly IOptimizerState _state;
    private readonly IReadOnlyList<Tensor> _trained;
    private readonly IReadOnlyList<Tensor> _frozen;

    public TrainableNetwork(TNetwork network, IOptimizer optimizer, IReadOnlyList<IUpdateHook> hooks)
    {
        (Network, _optimizer, _hooks) = (network, optimizer, hooks);
        _trained = [.. network.parameters().Where(parameter => parameter.requires_grad)];
        _frozen = [.. network.parameters().Where(parameter => !parameter.requires_grad)];
        Parameters = new FlatParameters(network);
        _state = optimizer.CreateState(Parameters.Values);
    }

    public TNetwork Network { get; }

    public FlatParameters Parameters { get; }

    /// <summary>Whether some parameters were frozen from the start.</summary>
    public bool HasFrozen => _frozen.Count > 0;

    /// <summary>Whether the gradients are switched off.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>The number of optimizer steps done.</summary>
    public long Updates
    {
        get => _state.Updates;
        set => _state.Updates = value;
    }

    /// <summary>The optimizer's state besides the number of steps.</summary>
    public IReadOnlyList<Tensor> OptimizerTensors => _state.StateTensors;

    /// <summary>One optimizer step that minimizes a scalar with its graph.</summary>
    public void Step(Tensor loss, long step, double rateFactor = 1, double leastRate = 0) =>
        Step(() => loss.backward(), step, rateFactor, leastRate);

    /// <summary>One optimizer step: backward pass, hooks, update.</summary>
    /// <remarks>Parameters that were frozen from the start keep their values.</remarks>
    /// <param name="backward">Adds the gradients of what is minimized to those of the parameters.</param>
    /// <param name="step">The step of the run, for the learning rate's schedule.</param>
    /// <param name="rateFactor">The factor of the learning rate.</param>
    /// <param name="leastRate">The least learning rate, before the factor.</param>
    public void Step(Action backward, long step, double rateFactor = 1, double leastRate = 0)
    {
        Parameters.ClearGradients();
        backward();

        using var _ = no_grad();
        var kept = _frozen.Select(parameter => parameter.clone()).ToList(); // Hooks and optimizer act on the whole vector.
        var rate = Math.Max(leastRate, _optimizer.LearningRate.At(step)) * rateFactor;
        foreach (var hook in _hooks)
            hook.Before(Parameters.Values, Parameters.Gradients);
        _state.Update(Parameters.Gradients, rate);
        foreach (var hook in _hooks)
            hook.After(Parameters.Values, rate);
        foreach (var (parameter, value) in _frozen.Zip(kept))
        {
            using (value)
                parameter.copy_(value);
        }
    }

    /// <summary>Switches the gradients of this network's parameters off or on.</summary>
    /// <remarks>Parameters that were frozen from the start stay frozen.</remarks>
    public void Freeze(bool frozen)
    {
        IsFrozen = frozen;
        foreach (var parameter in _trained)
            parameter.requires_grad_(!frozen);
    }

    /// <summary>Copies weights, buffers and optimizer state, and returns an action that restores them bit for bit.</summary>
    public Action Save()
    {
        Tensor[] live = [Parameters.State, .. Parameters.Others, .. _state.StateTensors];
        Tensor[] saved = [.. live.Select(tensor => tensor.clone())];
        var updates = _state.Updates;
        return () =>
        {
            using var _ = no_grad();
            foreach (var (tensor, value) in live.Zip(saved))
                tensor.copy_(value);
            _state.Updates = updates;
        };
    }

    public void Dispose()
    {
        _state.Dispose();
        Parameters.Dispose();
    }
}
