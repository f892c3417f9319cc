namespace MLNet.Gan.Training;

/// <summary>All parameters of a network in one vector, their gradients in another, its buffers in a third.</summary>
/// <remarks>
/// The network goes on working: its parameters become views of the vector. Optimizers, averages and norms are then a
/// handful of operations, whatever the network. Gradients must be cleared with <see cref="ClearGradients"/>, and never
/// be dropped. Buffers of whole numbers, such as the batch counts of TorchSharp's own layers, stay as they are.
/// </remarks>
internal sealed class FlatParameters : IDisposable
{
    public FlatParameters(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var parameters = network.parameters().ToArray();
        var buffers = network.buffers().Where(buffer => buffer.dtype == ScalarType.Float32).ToArray();
        Values = Allocate(parameters);
        Gradients = Allocate(parameters);
        Buffers = Allocate(buffers);

        foreach (var (parameter, view) in parameters.Zip(Views(Values, parameters)))
        {
            view.copy_(parameter);
            parameter.set_(view);
        }

        foreach (var (parameter, gradient) in parameters.Zip(Views(Gradients, parameters)))
            parameter.grad = gradient;

        foreach (var (buffer, view) in buffers.Zip(Views(Buffers, buffers)))
        {
            view.copy_(buffer);
            buffer.set_(view);
        }
    }

    /// <summary>The values of all parameters [P].</summary>
    public Tensor Values { get; }

    /// <summary>The gradients of all parameters [P], which backward passes add to.</summary>
    public Tensor Gradients { get; }

    /// <summary>The values of all buffers [B], such as running averages.</summary>
    public Tensor Buffers { get; }

    public void ClearGradients() => Gradients.zero_();

    public void Dispose()
    {
        Values.Dispose();
        Gradients.Dispose();
        Buffers.Dispose();
    }

    private static Tensor Allocate(IReadOnlyList<Tensor> tensors) =>
        zeros(tensors.Sum(tensor => tensor.numel()), device: tensors.Count > 0 ? tensors[0].device : CPU)
            .DetachFromDisposeScope();

    private static IEnumerable<Tensor> Views(Tensor flat, IEnumerable<Tensor> like)
    {
        var start = 0L;
        foreach (var tensor in like)
        {
            yield return flat.narrow(0, start, tensor.numel()).view(tensor.shape);
            start += tensor.numel();
        }
    }
}
