namespace MLNet.Gan.Layers;

/// <summary>A generator's body of levels, each of twice the sides of the one below: [N, In] to images.</summary>
/// <remarks>
/// Each level has its own convolution to colors. The image is that of the level in use, at full size.
/// </remarks>
internal sealed class GrowingImage : nn.Module<Tensor, Tensor>, IOnnxLayer, IGrowingNetwork
{
    private readonly NearestUpsampling _twice = new();
    private readonly Tanh _bound = new();
    private readonly IReadOnlyList<Sequential> _levels;
    private readonly IReadOnlyList<Convolution> _colors;
    private Growth _growth;

    /// <summary>Initializes a body that owns its layers, fully grown.</summary>
    /// <param name="levels">The lowest reads latents; each other one the channels of the level below.</param>
    /// <param name="colors">The channels of a level to those of an image.</param>
    public GrowingImage(IReadOnlyList<Sequential> levels, IReadOnlyList<Convolution> colors) : base(nameof(GrowingImage))
    {
        (_levels, _colors, _growth) = (levels, colors, Growth.Full(levels.Count - 1));
        foreach (var (level, layers) in levels.Index())
        {
            register_module($"level{level}", layers);
            register_module($"colors{level}", colors[level]);
        }
    }

    public void GrowTo(Phase phase) => _growth = _growth.To(phase);

    public override Tensor forward(Tensor input)
    {
        var below = _levels.Take(_growth.Level).Aggregate(input, (value, level) => level.forward(value));
        var image = _colors[_growth.Level].forward(_levels[_growth.Level].forward(below));
        if (_growth.IsFading)
            image = _growth.Blend(_twice.forward(_colors[_growth.Level - 1].forward(below)), image);
        return Enumerable.Range(0, _growth.Doublings).Aggregate(
            _bound.forward(image), (smaller, _) => _twice.forward(smaller));
    }

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
    {
        var below = _levels.Take(_growth.Level).Aggregate(input, (value, level) => level.AddTo(graph, value));
        var image = _colors[_growth.Level].AddTo(graph, _levels[_growth.Level].AddTo(graph, below));
        if (_growth.IsFading)
            image = graph.Add(
                "Add",
                [
                    Share(1 - _growth.Alpha, _twice.AddTo(graph, _colors[_growth.Level - 1].AddTo(graph, below))),
                    Share(_growth.Alpha, image),
                ]);
        return Enumerable.Range(0, _growth.Doublings).Aggregate(
            _bound.AddTo(graph, image), (smaller, _) => _twice.AddTo(graph, smaller));

        OnnxValue Share(double share, OnnxValue value) =>
            graph.Add("Mul", [value, graph.Weight("share", [(float)share])]);
    }
}
