namespace MLNet.Gan.Layers;

/// <summary>A discriminator's body of levels, each of half the sides of the one above: images to [N, F].</summary>
/// <remarks>
/// Each level has its own convolution from colors. An image is averaged to the size of the level in use.
/// </remarks>
internal sealed class GrowingFeatures : nn.Module<Tensor, Tensor>, IGrowingNetwork
{
    private readonly AveragePooling _half = new();
    private readonly IReadOnlyList<Sequential> _levels;
    private readonly IReadOnlyList<Sequential> _colors;
    private Growth _growth;

    /// <summary>Initializes a body that owns its layers, fully grown.</summary>
    /// <param name="levels">The lowest computes the features, each other one the channels of the level below.</param>
    /// <param name="colors">The channels of an image to those of a level.</param>
    public GrowingFeatures(IReadOnlyList<Sequential> levels, IReadOnlyList<Sequential> colors) : base(nameof(GrowingFeatures))
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
        var image = Enumerable.Range(0, _growth.Doublings).Aggregate(input, (larger, _) => _half.forward(larger));
        var value = _levels[_growth.Level].forward(_colors[_growth.Level].forward(image));
        if (_growth.IsFading)
            value = _growth.Blend(_colors[_growth.Level - 1].forward(_half.forward(image)), value);
        return _levels.Take(_growth.Level).Reverse().Aggregate(value, (below, level) => level.forward(below));
    }
}
