namespace MLNet.Gan.Networks.Layers;

/// <summary>A discriminator's body of levels, each of half the sides of the one above: images to [N, F].</summary>
/// <remarks>Each level has its own way from colours. An image is averaged to that of the level in use.</remarks>
internal sealed class GrowingFeatures : nn.Module<Tensor, Tensor>, IGrowingNetwork
{
    private readonly AveragePooling _half = new();
    private readonly IReadOnlyList<Chain> _levels;
    private readonly IReadOnlyList<Chain> _colours;
    private Growth _growth;

    /// <summary>A body that owns its layers, fully grown.</summary>
    /// <param name="levels">The lowest makes features; each other one the channels of the level below.</param>
    /// <param name="colours">The channels of an image to those of a level.</param>
    public GrowingFeatures(IReadOnlyList<Chain> levels, IReadOnlyList<Chain> colours) : base(nameof(GrowingFeatures))
    {
        (_levels, _colours, _growth) = (levels, colours, Growth.Full(levels.Count - 1));
        foreach (var (level, layers) in levels.Index())
        {
            register_module($"level{level}", layers);
            register_module($"colours{level}", colours[level]);
        }
    }

    public void GrowTo(Phase phase) => _growth = _growth.To(phase);

    public override Tensor forward(Tensor input)
    {
        var image = Enumerable.Range(0, _growth.Doublings).Aggregate(input, (larger, _) => _half.forward(larger));
        var value = _levels[_growth.Level].forward(_colours[_growth.Level].forward(image));
        if (_growth.IsFading)
            value = _growth.Blend(_colours[_growth.Level - 1].forward(_half.forward(image)), value);
        return _levels.Take(_growth.Level).Reverse().Aggregate(value, (below, level) => level.forward(below));
    }
}
