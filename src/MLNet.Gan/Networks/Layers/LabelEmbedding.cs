using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>A learned vector for each class: labels [N] of 64-bit integers to [N, Size].</summary>
public sealed class LabelEmbedding : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly LayerWeight _weight;

    /// <summary>
    /// Initializes an embedding drawn from N(0, deviation²), independently of the network's initialization.
    /// </summary>
    /// <remarks>An output is no sum, so there is no variance for an initialization to keep: the fan-in is 1.</remarks>
    public LabelEmbedding(NetworkSpec spec, int size, double deviation) : base(nameof(LabelEmbedding))
    {
        _weight = (spec with { Initialization = new HeInitialization() }).Weight(
            new([spec.Classes, size], OutputAxis: 1, FanIn: 1, FanOut: size, Gain: deviation));
        register_module("weight", _weight);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _weight.Value.index_select(0, input);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        graph.Add("Gather", [graph.Weight("classes", _weight), input], OnnxAttribute.Of("axis", 0));
}
