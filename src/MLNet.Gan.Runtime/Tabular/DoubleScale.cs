namespace MLNet.Gan;

/// <summary>Numbers of double precision.</summary>
internal sealed record DoubleScale : INumberScale<double>
{
    /// <inheritdoc/>
    public double? Quantum => null;

    /// <inheritdoc/>
    public (long Origin, long Step)? Grid => null;

    /// <inheritdoc/>
    public double ToNumber(double value) => value;

    /// <inheritdoc/>
    public double FromNumber(double number) => number;

    /// <inheritdoc/>
    public OnnxValue FromNumber(OnnxGraph graph, OnnxValue number) => number;
}
