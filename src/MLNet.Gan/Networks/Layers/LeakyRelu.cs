using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>max(x, slope · x); a slope of 0 is the rectifier.</summary>
public sealed class LeakyRelu(double slope) : Module<Tensor, Tensor>(nameof(LeakyRelu)), IOnnxLayer, IPiecewiseLinear
{
    /// <summary>
    /// The gain that keeps the variance through a layer in front of this one (He et al., 2015, eq. 15).
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
    /// Whether layer i of a chain is a rectifier that may write over what it reads: the layer in front made it anew, and
    /// computes its own gradient without it.
    /// </summary>
    internal static bool MayOverwrite(IReadOnlyList<nn.Module> layers, int i) => i > 0
        && layers[i] is LeakyRelu
        && layers[i - 1] is Linear or Convolution or TransposedConvolution or BatchNormalization
            or ConditionalBatchNormalization;

    /// <summary>The same as the forward pass, into the memory of the input.</summary>
    internal Tensor Overwrite(Tensor input)
    {
        if (slope == 0)
            return functional.relu(input, inplace: true);
        using Scalar held = slope;
        return input.leaky_relu_(held).alias();
    }

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => Trace(input, overwrites: false);

    /// <summary>A traced forward pass.</summary>
    /// <param name="input">What to rectify, without a graph.</param>
    /// <param name="overwrites">Whether the output may take the memory of the input.</param>
    internal PiecewiseLinearOutput Trace(Tensor input, bool overwrites)
    {
        using Scalar least = slope;
        var sides = input.sign().clamp_(least, Arithmetic.One);
        return new(overwrites ? input.mul_(sides) : input * sides, (slopes, _) => slopes.Rectified(sides));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => slope == 0
        ? graph.Add("Relu", [input])
        : graph.Add("LeakyRelu", [input], OnnxAttribute.Of("alpha", (float)slope));
}
