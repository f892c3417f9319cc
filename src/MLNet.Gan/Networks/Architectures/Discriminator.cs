using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>The discriminator ψ(s(φ(x))) + ⟨e(y), φ(x)⟩ of Miyato &amp; Koyama (2018, eq. 8).</summary>
/// <remarks>
/// φ are the features of a sample, s appends the <see cref="NetworkSpec.MinibatchFeature"/>, and ψ is a linear layer.
/// There is no projection without classes, or if one of <see cref="NetworkSpec.Heads"/> predicts them. Each head is a
/// separate linear layer on φ(x).
/// </remarks>
public sealed class Discriminator : nn.Module<Tensor, Tensor?, Tensor>, IFeatureDiscriminator
{
    private readonly nn.Module<Tensor, Tensor> _features;
    private readonly nn.Module<Tensor, Tensor>? _minibatchFeature;
    private readonly Linear _head;
    private readonly LabelEmbedding? _classes;
    private readonly List<(string Name, Linear Layer)> _heads;

    /// <summary>Initializes a discriminator that owns its features and creates its other layers.</summary>
    /// <param name="spec">The specification of the network.</param>
    /// <param name="features">φ: samples [N, …] to [N, F].</param>
    /// <param name="featureSize">The number of features F.</param>
    public Discriminator(NetworkSpec spec, nn.Module<Tensor, Tensor> features, int featureSize)
        : base(nameof(Discriminator))
    {
        var isProjected = spec.Classes > 0 && !spec.Heads.Any(head => head.ReplacesLabels);
        _features = features;
        _minibatchFeature = spec.MinibatchFeature?.Create(spec, featureSize);
        _head = new Linear(spec, featureSize + (spec.MinibatchFeature?.Added ?? 0), 1, gain: 1);
        _classes = isProjected ? new LabelEmbedding(spec, featureSize, deviation: 1 / Math.Sqrt(featureSize)) : null;
        _heads = [.. spec.Heads.Select(head => (head.Name, new Linear(spec, featureSize, head.Outputs, gain: 1)))];

        register_module("features", _features);
        if (_minibatchFeature is not null)
            register_module("statistic", _minibatchFeature);
        register_module("head", _head);
        if (_classes is not null)
            register_module("classes", _classes);
        foreach (var (index, (_, layer)) in _heads.Index())
            register_module($"head{index}", layer);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor samples, Tensor? labels) => Logits(_features.forward(samples), labels);

    /// <inheritdoc/>
    public DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels)
    {
        var features = _features.forward(samples);
        return new(Logits(features, labels), features)
        {
            Heads = _heads.ToDictionary(head => head.Name, head => head.Layer.forward(features)),
        };
    }

    /// <summary>
    /// Returns a pass that computes logits from their gradients; null if the network is not piecewise linear, or if it
    /// has heads, which need the features' graph in any case.
    /// </summary>
    internal PiecewiseLinearPass? PiecewiseLinear(Tensor samples, Tensor? labels)
    {
        if (_features is not IPiecewiseLinear { IsPiecewiseLinear: true } body
            || _minibatchFeature is not null || _heads.Count > 0)
            return null;

        var features = body.Trace(samples.detach());
        var (weight, bias) = _head.Values;
        var gradients = _classes is null
            ? LogitGradients.Alike(samples.size(0), weight)
            : LogitGradients.Of(weight.Plus(_classes.forward(labels!)));
        return new(samples, bias, trace => features.Pull(gradients, trace));
    }

    /// <summary>
    /// Returns a pass whose derivatives are written out; null if those of a layer are not, or the network has batch statistics or heads.
    /// </summary>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="labels">Their classes, [N], or of each of several batches of samples; null without classes.</param>
    /// <param name="differentiated">The rows whose logits' gradients with respect to samples are wanted.</param>
    internal DiscriminatorTape? Explicit(Tensor samples, Tensor? labels, RowRange differentiated)
    {
        if (_features is not (IPiecewiseLinear { IsPiecewiseLinear: true } and IExplicitLayer { IsExplicit: true } body)
            || !_head.IsExplicit || _minibatchFeature is not null || _heads.Count > 0)
            return null;

        AffinePass features;
        using (no_grad())
            features = (AffinePass)body.Trace(samples);
        var (weight, bias) = _head.Values;
        var classes = _classes?.forward(labels!);
        if (classes is not null && classes.size(0) < samples.size(0))
            classes = classes.repeat(samples.size(0) / classes.size(0), 1);
        return new(features, weight, bias, classes, differentiated);
    }

    private Tensor Logits(Tensor features, Tensor? labels)
    {
        var logits = _head.Scalars(_minibatchFeature?.forward(features) ?? features);
        return _classes is null ? logits : logits.Plus((_classes.forward(labels!) * features).sum(1));
    }
}
