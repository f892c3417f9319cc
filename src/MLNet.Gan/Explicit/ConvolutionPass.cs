namespace MLNet.Gan;

/// <summary>A pass through a convolution, and a (leaky) ReLU behind it.</summary>
internal sealed class ConvolutionPass : AffinePass
{
    private readonly IConvolution _convolution;
    private readonly Tensor _operand, _pixels, _bias;
    private readonly double _slope;
    private Tensor? _gradients;

    private ConvolutionPass(IConvolution convolution, Tensor operand, Tensor pixels, Tensor bias, double slope)
        : base(ChannelsLast.Images(pixels)) =>
        (_convolution, _operand, _pixels, _bias, _slope) = (convolution, operand, pixels, bias, slope);

    /// <summary>Computes the forward pass.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="images">The images [N, In, H, W].</param>
    /// <param name="bias">The bias [Out].</param>
    /// <param name="slope">The slope of the leaky ReLU behind it; 1 for none.</param>
    public static ConvolutionPass Of(IConvolution convolution, Tensor images, Tensor bias, double slope)
    {
        var operand = convolution.Operand(images);
        var pixels = convolution.Apply(operand);
        Fused.AddAndRectify(pixels.view(-1, bias.size(0)), bias, slope);
        return new(convolution, operand, pixels, bias, slope);
    }

    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted)
    {
        _gradients = Rectified(ChannelsLast.Pixels(gradients), _pixels);
        return wanted.Count == 0 ? null : _convolution.ToImages(wanted.Of(_gradients));
    }

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss)
    {
        using var scope = NewDisposeScope(); // What only this layer needs is freed at once.
        var pushed = tangents is null ? null : _convolution.Operand(tangents);
        var weighted = loss.Weighted(Rows(_operand), pushed is null ? null : Rows(pushed));
        _convolution.AddToWeight(_gradients!, weighted.view(_operand.Sizes()));
        _bias.grad!.addmv_(_gradients!.flatten(1, 2).sum(1).t(), loss.OfEach, 1, 1);
        if (pushed is null)
            return null;
        var rectified = Rectified(_convolution.Apply(pushed), loss.Differentiated.Of(_pixels));
        return ChannelsLast.Images(rectified).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        var pulled = Rectified(ChannelsLast.Pixels(gradients), _pixels);
        _convolution.AddToWeight(pulled, _operand);
        Fused.AddColumnSums(_bias.grad!, pulled.view(-1, _bias.size(0)));
        return isLast ? null : _convolution.ToImages(pulled);
    }

    private Tensor Rectified(Tensor gradients, Tensor pixels) =>
        Fused.PullThroughRectifier(Rows(gradients), Rows(pixels), _slope).view(pixels.Sizes());

    private static Tensor Rows(Tensor batch) => batch.view(batch.size(0), -1);
}
