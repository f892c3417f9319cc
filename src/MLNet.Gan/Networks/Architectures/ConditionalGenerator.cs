using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// A generator whose input is the latent concatenated with an embedding of the class (Mirza &amp; Osindero, 2014).
/// </summary>
/// <remarks>Without classes, the input is the latent alone.</remarks>
public sealed class ConditionalGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork, IExplicitGenerator
{
    private readonly LabelEmbedding? _classes;
    private readonly Sequential _body;

    /// <summary>Initializes a generator that owns both parts.</summary>
    /// <param name="classes">Labels [N] to [N, E]; null without classes.</param>
    /// <param name="body">[N, latent size + E] to samples.</param>
    public ConditionalGenerator(LabelEmbedding? classes, Sequential body) : base(nameof(ConditionalGenerator))
    {
        (_classes, _body) = (classes, body);
        if (classes is not null)
            register_module("classes", classes);
        register_module("body", body);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor latents, Tensor? labels) => _body.forward(
        _classes is null ? latents : cat([latents, _classes.forward(labels!)], 1));

    GeneratedSamples? IExplicitGenerator.Explicit(Tensor latents, Tensor? labels)
    {
        if (!_body.IsExplicit)
            return null;
        var classes = _classes?.forward(labels!);
        using var _ = no_grad();
        return classes is null
            ? GeneratedSamples.Of(_body.TraceExplicitly(latents))
            : GeneratedSamples.Of(_body.TraceExplicitly(cat([latents, classes], 1)), classes);
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => _body.AddTo(graph,
        _classes is null
            ? input
            : graph.Add("Concat", [input, _classes.AddTo(graph, label!.Value)], OnnxAttribute.Of("axis", 1)));
}
