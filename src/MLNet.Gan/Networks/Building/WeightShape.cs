namespace MLNet.Gan;

/// <summary>The sizes, fans and gain of a layer's weight.</summary>
/// <param name="Size">
/// The tensor's sizes: [out, in] or [out, in, kH, kW]; [in, out, kH, kW] in a transposed convolution, and [classes,
/// out] in an embedding.
/// </param>
/// <param name="OutputAxis">The axis of <paramref name="Size"/> that counts outputs.</param>
/// <param name="FanIn">The number of inputs that each output is a weighted sum of.</param>
/// <param name="FanOut">The number of outputs that each input contributes to.</param>
/// <param name="Gain">
/// The factor by which the layer scales its input's standard deviation; 0 to initialize the weight to zeros.
/// </param>
public sealed record WeightShape(long[] Size, int OutputAxis, double FanIn, double FanOut, double Gain)
{
    /// <summary>
    /// Gain/√fan-in, the standard deviation of weights that keep the variance (He et al., 2015, eq. 10).
    /// </summary>
    public double Deviation => Gain / Math.Sqrt(FanIn);

    /// <summary>Returns the shape for a parametrization that cannot use a weight initialized to zeros.</summary>
    internal WeightShape NotOfZeros(IWeightParametrization rule) => Gain != 0 ? this : throw new NotSupportedException(
        $"{rule.GetType().Name} cannot be used with weights that are initialized to zeros. Choose another weight "
            + "parametrization, none, or another architecture.");
}
