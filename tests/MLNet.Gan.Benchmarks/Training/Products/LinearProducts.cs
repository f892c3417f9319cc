using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Products;

/// <summary>The products of a linear layer, or of a convolution of few channels with its patches.</summary>
/// <param name="inputs">The numbers of a row.</param>
/// <param name="outputs">The numbers of an output row.</param>
/// <param name="rows">The rows of a sample.</param>
internal sealed class LinearProducts(int inputs, int outputs, int rows = 1) : IProductLayer
{
    private readonly Tensor _weight = randn(outputs, inputs);
    private readonly Dictionary<int, (Tensor Inputs, Tensor Outputs)> _operands = [];

    /// <inheritdoc/>
    public void Forward(int samples) => Of(samples).Inputs.mm(_weight.t());

    /// <inheritdoc/>
    public void Pull(int samples) => Of(samples).Outputs.mm(_weight);

    /// <inheritdoc/>
    public void Weights(int samples) => Of(samples).Outputs.t().mm(Of(samples).Inputs);

    private (Tensor Inputs, Tensor Outputs) Of(int samples)
    {
        if (!_operands.TryGetValue(samples, out var found))
            _operands[samples] = found = (
                randn(samples * rows, inputs).DetachFromDisposeScope(), randn(samples * rows, outputs).DetachFromDisposeScope());
        return found;
    }
}
