namespace MLNet.Gan;

/// <summary>What a layer needs a weight for.</summary>
/// <param name="Size">
/// The tensor's sizes: [out, in] or [out, in, kH, kW]; [in, out, kH, kW] in a transposed convolution, and
/// [classes, out] in an embedding.
/// </param>
/// <param name="OutputAxis">The axis of <paramref name="Size"/> that counts outputs.</param>
/// <param name="FanIn">The number of inputs that an output is the weighted sum of.</param>
/// <param name="FanOut">The number of outputs that an input takes part in.</param>
/// <param name="Gain">The factor by which the layer shall scale what passes through it; 0 to begin as zeros.</param>
public sealed record WeightShape(long[] Size, int OutputAxis, double FanIn, double FanOut, double Gain)
{
    /// <summary>Gain/√fan-in, the deviation of weights that keep the variance (He et al., 2015, eq. 10).</summary>
    public double Deviation => Gain / Math.Sqrt(FanIn);

    /// <summary>The shape, for a rule that has no use for a weight that begins as zeros.</summary>
    internal WeightShape NotOfZeros(IWeightParametrization rule) => Gain != 0 ? this : throw new NotSupportedException(
        $"{rule.GetType().Name} does not suit a network that has weights which begin as zeros. Choose another weight "
            + "rule, none, or another architecture.");
}
