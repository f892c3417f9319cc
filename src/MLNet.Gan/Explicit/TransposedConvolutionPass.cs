namespace MLNet.Gan;

/// <summary>A pass through a transposed convolution, which is the gradient of a convolution with respect to its images.</summary>
/// <param name="convolution">That convolution.</param>
/// <param name="input">The input [N, In, H, W].</param>
/// <param name="bias">The bias [Out].</param>
internal sealed class TransposedConvolutionPass(IConvolution convolution, Tensor input, Tensor bias)
    : ExplicitPass(convolution.ToImages(ChannelsLast.Pixels(input)).add_(bias.view(-1, 1, 1), alpha: Arithmetic.One))
{
    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        var operand = convolution.Operand(gradients);
        convolution.AddToWeight(ChannelsLast.Pixels(input), operand);
        bias.grad!.add_(gradients.sum(0, 2, 3), alpha: Arithmetic.One);
        return isLast ? null : ChannelsLast.Images(convolution.Apply(operand));
    }
}
