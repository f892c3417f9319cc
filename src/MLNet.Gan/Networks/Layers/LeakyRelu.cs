using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>max(x, slope · x); a slope of 0 is the rectifier.</summary>
public sealed class LeakyRelu(double slope) : Module<Tensor, Tensor>(nameof(LeakyRelu)), IOnnxLayer
{
    /// <summary>
    /// The gain that keeps the variance through a layer in front of this one (He et al., 2015, eq. 15).
    /// </summary>
    public static double Gain(double slope) => Math.Sqrt(2 / (1 + slope * slope));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        slope == 0 ? functional.relu(input) : functional.leaky_relu(input, slope);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => slope == 0
        ? graph.Add("Relu", [input])
        : graph.Add("LeakyRelu", [input], OnnxAttribute.Of("alpha", (float)slope));
}
