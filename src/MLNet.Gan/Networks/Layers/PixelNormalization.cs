namespace MLNet.Gan.Layers;

/// <summary>
/// Divides the channels of each pixel, or a latent vector, by their root mean square: x / √(mean x² + 10⁻⁸) over axis 1
/// (Karras et al., 2018, sec. 4.2).
/// </summary>
public sealed class PixelNormalization() : nn.Module<Tensor, Tensor>(nameof(PixelNormalization)), IOnnxLayer
{
    private const float Epsilon = 1e-8f;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        input * input.Squared().mean([1], keepdim: true).Plus(Epsilon).rsqrt();

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
    {
        var squares = graph.Add("Mul", [input, input]);
        var mean = graph.Add("ReduceMean", [squares], OnnxAttribute.Ints("axes", 1));
        var root = graph.Add("Sqrt", [graph.Add("Add", [mean, graph.Weight("epsilon", [Epsilon])])]);
        return graph.Add("Div", [input, root]);
    }
}
