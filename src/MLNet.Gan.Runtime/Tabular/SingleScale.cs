namespace MLNet.Gan;

/// <summary>Numbers of single precision.</summary>
internal sealed record SingleScale : INumberScale<float>
{
    /// <inheritdoc/>
    public double? Quantum => null;

    /// <inheritdoc/>
    public (long Origin, long Step)? Grid => null;

    /// <inheritdoc/>
    public double ToNumber(float value) => value;

    /// <inheritdoc/>
    public float FromNumber(double number) => (float)number;

    /// <inheritdoc/>
    public OnnxValue FromNumber(OnnxGraph graph, OnnxValue number) => graph.Cast(number, OnnxElement.Single);
}
