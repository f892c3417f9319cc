namespace MLNet.Gan;

/// <summary>A weight that equals its parameter.</summary>
public sealed class PlainWeight(Parameter raw) : LayerWeight(raw)
{
    /// <inheritdoc/>
    public override Tensor Value => Raw;
}
