using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>A learnt vector for each class: labels [N] of 64-bit integers to [N, Size].</summary>
public sealed class LabelEmbedding : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _weight;

    /// <summary>An embedding drawn from N(0, deviation²).</summary>
    public LabelEmbedding(NetworkSpec spec, int size, double deviation) : base(nameof(LabelEmbedding))
    {
        _weight = spec.Normal(deviation, spec.Classes, size);
        register_parameter("weight", _weight);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _weight.index_select(0, input);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        graph.Add("Gather", [graph.Weight("classes", _weight), input], OnnxAttribute.Of("axis", 0));
}
