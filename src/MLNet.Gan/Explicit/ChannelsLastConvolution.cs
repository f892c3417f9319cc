using static TorchSharp.torch.nn;

namespace MLNet.Gan;

/// <summary>A convolution by libtorch, whose images lie in memory with their channels last.</summary>
/// <param name="weight">The weight [Out, In, K, K], a parameter.</param>
/// <param name="stride">The stride.</param>
/// <param name="padding">The zero padding on each side.</param>
/// <param name="height">The height of the input images.</param>
/// <param name="width">Their width.</param>
internal sealed class ChannelsLastConvolution(Tensor weight, int stride, int padding, long height, long width) : IConvolution
{
    private readonly long[] _stride = [stride, stride], _padding = [padding, padding];

    /// <inheritdoc/>
    public Tensor Operand(Tensor images) => ChannelsLast.Pixels(images);

    /// <inheritdoc/>
    public Tensor Apply(Tensor operand) => ChannelsLast.Pixels(
        functional.conv2d(ChannelsLast.Images(operand), weight, strides: _stride, padding: _padding));

    /// <inheritdoc/>
    public Tensor ToImages(Tensor gradients) => functional.conv_transpose2d(
        ChannelsLast.Images(gradients), weight, strides: _stride, padding: _padding,
        output_padding: [Uncovered(height, gradients.size(1)), Uncovered(width, gradients.size(2))]);

    /// <inheritdoc/>
    public void AddToWeight(Tensor gradients, Tensor operand) => weight.grad!.add_(
        ScriptedOperators.ConvolutionWeightGradient(ChannelsLast.Images(gradients), ChannelsLast.Images(operand), weight, stride, padding),
        alpha: Arithmetic.One);

    /// <summary>How many numbers at the end of an axis no kernel reaches.</summary>
    private long Uncovered(long size, long outputs) => size - ((outputs - 1) * stride - 2 * padding + weight.size(2));
}
