using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Products;

/// <summary>The products of a convolution that halves the sides of images.</summary>
internal sealed class ConvolutionProducts : IProductLayer
{
    private const int Kernel = 4, Stride = 2, Padding = 1;
    private readonly (int Inputs, int Outputs, int Side) _size;
    private readonly bool _isTransposed;
    private readonly ChannelsLastConvolution _convolution;
    private readonly Dictionary<int, (Tensor Images, Tensor Outputs)> _operands = [];

    /// <summary>Creates them.</summary>
    /// <param name="inputs">The channels of its images.</param>
    /// <param name="outputs">The channels of its outputs.</param>
    /// <param name="side">The side of the images.</param>
    /// <param name="isTransposed">Whether the layer is the transposed one, from outputs to images.</param>
    public ConvolutionProducts(int inputs, int outputs, int side, bool isTransposed = false)
    {
        (_size, _isTransposed) = ((inputs, outputs, side), isTransposed);
        var weight = randn(outputs, inputs, Kernel, Kernel);
        weight.grad = zeros_like(weight);
        _convolution = new(weight, Stride, Padding, side, side);
    }

    /// <inheritdoc/>
    public void Forward(int samples) => Run(samples, isToImages: _isTransposed);

    /// <inheritdoc/>
    public void Pull(int samples) => Run(samples, isToImages: !_isTransposed);

    /// <inheritdoc/>
    public void Weights(int samples) => _convolution.AddToWeight(Of(samples).Outputs, Of(samples).Images);

    private void Run(int samples, bool isToImages)
    {
        if (isToImages)
            _convolution.ToImages(Of(samples).Outputs);
        else
            _convolution.Apply(Of(samples).Images);
    }

    private (Tensor Images, Tensor Outputs) Of(int samples)
    {
        if (!_operands.TryGetValue(samples, out var found))
            _operands[samples] = found = (Pixels(_size.Side, _size.Inputs), Pixels(_size.Side / Stride, _size.Outputs));
        return found;

        Tensor Pixels(int side, int channels) => randn(samples, side, side, channels).DetachFromDisposeScope();
    }
}
