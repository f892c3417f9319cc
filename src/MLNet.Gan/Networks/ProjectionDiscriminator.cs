using MLNet.Gan.Networks.Layers;

namespace MLNet.Gan.Networks;

/// <summary>The discriminator ψ(φ(x)) + ⟨e(y), φ(x)⟩ of Miyato &amp; Koyama (2018, eq. 8).</summary>
/// <remarks>Without classes it is ψ(φ(x)).</remarks>
public sealed class ProjectionDiscriminator : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly Chain _features;
    private readonly Dense _head;
    private readonly LabelEmbedding? _classes;

    /// <summary>A discriminator that owns its parts.</summary>
    /// <param name="features">φ: samples to [N, F].</param>
    /// <param name="head">ψ: [N, F] to [N, 1].</param>
    /// <param name="classes">e: labels [N] to [N, F]; null without classes.</param>
    public ProjectionDiscriminator(Chain features, Dense head, LabelEmbedding? classes)
        : base(nameof(ProjectionDiscriminator))
    {
        (_features, _head, _classes) = (features, head, classes);
        register_module("features", features);
        register_module("head", head);
        if (classes is not null)
            register_module("classes", classes);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor samples, Tensor? labels)
    {
        var features = _features.forward(samples);
        var logits = _head.forward(features).flatten(0);
        return _classes is null ? logits : logits + (_classes.forward(labels!) * features).sum(1);
    }
}
