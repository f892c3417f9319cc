namespace MLNet.Gan.Metrics;

/// <summary>A convolution's kernel [O, I, H, W] and bias [O], with its batch normalization folded in.</summary>
internal sealed record FoldedConvolution(float[] Kernel, float[] Bias)
{
    /// <summary>Folds batch normalization in double precision: w γ/√(σ² + ε) and β − μ γ/√(σ² + ε).</summary>
    /// <param name="kernel">The kernel [O, I, H, W].</param>
    /// <param name="gain">γ, one value for each output.</param>
    /// <param name="shift">β.</param>
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="epsilon">ε, with which the network was trained.</param>
    public static FoldedConvolution Of(
        float[] kernel, float[] gain, float[] shift, float[] mean, float[] variance, double epsilon)
    {
        var (folded, bias) = (new float[kernel.Length], new float[shift.Length]);
        var size = kernel.Length / shift.Length;
        for (var output = 0; output < shift.Length; output++)
        {
            var scale = gain[output] / Math.Sqrt(variance[output] + epsilon);
            bias[output] = (float)(shift[output] - mean[output] * scale);
            for (var i = output * size; i < (output + 1) * size; i++)
                folded[i] = (float)(kernel[i] * scale);
        }

        return new(folded, bias);
    }
}
