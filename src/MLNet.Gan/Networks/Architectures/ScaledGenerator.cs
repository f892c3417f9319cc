namespace MLNet.Gan;

/// <summary>
/// A generator trained on standardized vectors, followed by the inverse of the standardization: y = x · deviation +
/// mean for each component.
/// </summary>
public sealed class ScaledGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly nn.Module<Tensor, Tensor?, Tensor> _inner;
    private readonly Tensor _means;
    private readonly Tensor _deviations;

    /// <summary>Initializes a generator around a module, which it owns.</summary>
    /// <param name="inner">Latents and labels to standardized vectors [N, size]; an <see cref="IOnnxNetwork"/>.</param>
    /// <param name="means">The value added to each component.</param>
    /// <param name="deviations">The factor of each component; 0 for a component that always equals its mean.</param>
    /// <param name="device">The device of <paramref name="inner"/>.</param>
    public ScaledGenerator(
        nn.Module<Tensor, Tensor?, Tensor> inner, IReadOnlyList<double> means, IReadOnlyList<double> deviations,
        Device device) : base(nameof(ScaledGenerator))
    {
        (_inner, _means, _deviations) = (inner, OnDevice(means, device), OnDevice(deviations, device));
        register_module("inner", _inner);
        register_buffer("means", _means);
        register_buffer("deviations", _deviations);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor latents, Tensor? labels) =>
        (_inner.forward(latents, labels) * _deviations).Plus(_means);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label)
    {
        if (_inner is not IOnnxNetwork network)
            throw new NotSupportedException(
                $"The generator {_inner.GetType().Name} has no ONNX form. Implement IOnnxNetwork on it, or build it as "
                    + "a ConditionalGenerator.");

        var scaled = graph.Add(
            "Mul", [network.AddTo(graph, input, label), graph.Weight("deviations", _deviations)]);
        return graph.Add("Add", [scaled, graph.Weight("means", _means)]);
    }

    private static Tensor OnDevice(IReadOnlyList<double> values, Device device)
    {
        using var scope = NewDisposeScope();
        return tensor(values.Select(value => (float)value).ToArray()).to(device).DetachFromDisposeScope();
    }
}
