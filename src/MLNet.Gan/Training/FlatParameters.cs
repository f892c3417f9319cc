namespace MLNet.Gan;

/// <summary>All parameters and buffers of a network in one vector, the gradients of its parameters in another.</summary>
/// <remarks>
/// The network's parameters become views of the vector. Optimizers, averages and norms are then a
/// handful of operations, whatever the network. Gradients must be cleared with <see cref="ClearGradients"/>, and never
/// be set to null. Buffers of whole numbers, such as the batch counts of TorchSharp's own layers, stay as they are.
/// </remarks>
internal sealed class FlatParameters : IDisposable
{
    /// <summary>The vectors of a network.</summary>
    /// <param name="network">The network; the caller owns it.</param>
    /// <param name="isTrained">Whether gradients are allocated.</param>
    public FlatParameters(nn.Module network, bool isTrained = true)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Parameters = [.. network.parameters()];
        Tensor[] buffers = [.. network.buffers().Where(buffer => buffer.dtype == ScalarType.Float32)];
        Others = [.. network.buffers().Where(buffer => buffer.dtype != ScalarType.Float32)];
        Tensor[] all = [.. Parameters, .. buffers];

        State = Allocate(all);
        foreach (var (tensor, view) in all.Zip(Views(State, all)))
        {
            view.copy_(tensor);
            tensor.set_(view);
        }

        var size = Parameters.Sum(parameter => parameter.numel());
        Values = State.narrow(0, 0, size).DetachFromDisposeScope();
        Buffers = State.narrow(0, size, State.numel() - size).DetachFromDisposeScope();
        Gradients = Allocate(isTrained ? Parameters : []);
        if (!isTrained)
            return;

        foreach (var (parameter, gradient) in Parameters.Zip(Views(Gradients, Parameters)))
            parameter.grad = gradient;
    }

    /// <summary>The parameters, in the order of the vector.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The values of all parameters, then those of all buffers [P + B].</summary>
    public Tensor State { get; }

    /// <summary>The values of all parameters [P].</summary>
    public Tensor Values { get; }

    /// <summary>The values of all buffers [B], such as running averages.</summary>
    public Tensor Buffers { get; }

    /// <summary>The buffers of other types than single precision, which are not in the vector.</summary>
    public IReadOnlyList<Tensor> Others { get; }

    /// <summary>The gradients of all parameters [P], which backward passes add to.</summary>
    public Tensor Gradients { get; }

    public void ClearGradients() => Gradients.zero_();

    public void Dispose()
    {
        State.Dispose();
        Values.Dispose();
        Buffers.Dispose();
        Gradients.Dispose();
    }

    private static Tensor Allocate(IReadOnlyList<Tensor> tensors) =>
        zeros(tensors.Sum(tensor => tensor.numel()), device: tensors.Count > 0 ? tensors[0].device : CPU)
            .DetachFromDisposeScope();

    private static IEnumerable<Tensor> Views(Tensor flat, IEnumerable<Tensor> like)
    {
        var start = 0L;
        foreach (var tensor in like)
        {
            yield return flat.narrow(0, start, tensor.numel()).view(tensor.Sizes());
            start += tensor.numel();
        }
    }
}
