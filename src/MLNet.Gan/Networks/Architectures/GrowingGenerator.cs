using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>A <see cref="ConditionalGenerator"/> whose body grows.</summary>
internal sealed class GrowingGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork, IGrowingNetwork
{
    private readonly GrowingImage _image;
    private readonly ConditionalGenerator _network;

    /// <summary>Initializes a generator that owns both parts.</summary>
    /// <param name="classes">Labels [N] to [N, E]; null without classes.</param>
    /// <param name="image">[N, latent size + E] to samples.</param>
    public GrowingGenerator(LabelEmbedding? classes, GrowingImage image) : base(nameof(GrowingGenerator))
    {
        _image = image;
        _network = new(classes, new Sequential(image));
        register_module("network", _network);
    }

    public override Tensor forward(Tensor latents, Tensor? labels) => _network.forward(latents, labels);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => _network.AddTo(graph, input, label);

    public void GrowTo(Phase phase) => _image.GrowTo(phase);
}
