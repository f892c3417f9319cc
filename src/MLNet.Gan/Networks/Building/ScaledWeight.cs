namespace MLNet.Gan;

/// <summary>A weight that is its parameter times a constant.</summary>
internal sealed class ScaledWeight(Parameter raw, double scale) : LayerWeight(raw)
{
    /// <inheritdoc/>
    public override Tensor Value => Raw.Times(scale);
}
