using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>Leaky ReLU, max(x, slope · x); ReLU for slope 0.</summary>
public sealed class LeakyRelu(double slope) : Module<Tensor, Tensor>(nameof(LeakyRelu)), IOnnxLayer, IPiecewiseLinear, IExplicitLayer
{
    /// <summary>
    /// Returns the gain with which a layer in front of this one keeps the variance (He et al., 2015, eq. 15).
    /// </summary>
    public static double Gain(double slope) => Math.Sqrt(2 / (1 + slope * slope));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (slope == 0)
            return functional.relu(input);
        using Scalar held = slope;
        return input.leaky_relu(held);
    }

    /// <summary>
    /// Returns whether layer i of a sequence is a leaky ReLU that may overwrite its input: the layer in front allocated
    /// it, and does not need it for its own gradient.
    /// </summary>
    internal static bool MayOverwrite(IReadOnlyList<nn.Module> layers, int i) => i > 0
        && layers[i] is LeakyRelu
        && layers[i - 1] is Linear or Convolution or TransposedConvolution or BatchNormalization
            or ConditionalBatchNormalization;

    /// <summary>Computes the forward pass in place.</summary>
    internal Tensor Overwrite(Tensor input)
    {
        if (slope == 0)
            return functional.relu(input, inplace: true);
        using Scalar held = slope;
        return input.leaky_relu_(held).alias();
    }

    /// <summary>The slope of negative inputs.</summary>
    internal double Slope => slope;

    // Others are not the larger of x and slope · x, or their output's sign is not the input's.
    bool IExplicitLayer.IsExplicit => slope is >= 0 and <= 1;

    ExplicitPass IExplicitLayer.Trace(Tensor input) => new RectifiedPass(Fused.Rectify(input.clone(), slope), slope);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => Trace(input, overwrites: false);

    /// <summary>Computes the forward pass with its backward function.</summary>
    /// <param name="input">The input, without a graph.</param>
    /// <param name="overwrites">Whether the output may overwrite the input.</param>
    internal PiecewiseLinearOutput Trace(Tensor input, bool overwrites)
    {
        var sides = Sides(input);
        return new(overwrites ? input.mul_(sides) : input * sides, (gradients, _) => gradients.Rectified(sides));
    }

    /// <summary>The factor of each input.</summary>
    private Tensor Sides(Tensor input)
    {
        using Scalar least = slope;
        return input.sign().clamp_(least, Arithmetic.One);
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => slope == 0
        ? graph.Add("Relu", [input])
        : graph.Add("LeakyRelu", [input], OnnxAttribute.Of("alpha", (float)slope));
}
