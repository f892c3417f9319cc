namespace MLNet.Gan.Networks;

/// <summary>What a layer needs a weight for.</summary>
/// <param name="Size">
/// The tensor's sizes: [out, in] or [out, in, kH, kW]; [in, out, kH, kW] in a transposed convolution, and
/// [classes, out] in an embedding.
/// </param>
/// <param name="OutputAxis">The axis of <paramref name="Size"/> that counts outputs.</param>
/// <param name="FanIn">The number of inputs that an output is the weighted sum of.</param>
/// <param name="FanOut">The number of outputs that an input takes part in.</param>
/// <param name="Gain">The factor by which the layer shall scale what passes through it.</param>
public sealed record WeightShape(long[] Size, int OutputAxis, double FanIn, double FanOut, double Gain)
{
    /// <summary>Gain/√fan-in, the deviation of weights that keep the variance (He et al., 2015, eq. 10).</summary>
    public double Deviation => Gain / Math.Sqrt(FanIn);
}
