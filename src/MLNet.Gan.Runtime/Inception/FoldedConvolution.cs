namespace MLNet.Gan.Metrics;

/// <summary>A convolution's kernel [O, I, H, W] and bias [O], with its batch norm multiplied in.</summary>
internal sealed record FoldedConvolution(float[] Kernel, float[] Bias)
{
    // All carriers of the network were trained with it.
    private const double Epsilon = 0.001;

    /// <summary>Folds in double: w γ/√(σ² + ε) and β − μ γ/√(σ² + ε).</summary>
    /// <param name="kernel">The kernel [O, I, H, W].</param>
    /// <param name="gain">γ, one number an output; null for 1.</param>
    /// <param name="shift">β.</param>
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ².</param>
    public static FoldedConvolution Of(float[] kernel, float[]? gain, float[] shift, float[] mean, float[] variance)
    {
        var (folded, bias) = (new float[kernel.Length], new float[shift.Length]);
        var size = kernel.Length / shift.Length;
        for (var output = 0; output < shift.Length; output++)
        {
            var scale = (gain?[output] ?? 1.0) / Math.Sqrt(variance[output] + Epsilon);
            bias[output] = (float)(shift[output] - mean[output] * scale);
            for (var i = output * size; i < (output + 1) * size; i++)
                folded[i] = (float)(kernel[i] * scale);
        }

        return new(folded, bias);
    }
}
