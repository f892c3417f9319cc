namespace MLNet.Gan;

/// <summary>Operators of libtorch for which TorchSharp has no method, called by TorchScript.</summary>
internal static class ScriptedOperators
{
    // Numbers are given as held scalars: invoke drops those that it makes. TorchScript wants an empty line at the end.
    private static readonly jit.CompilationUnit Script = jit.compile("""
        def convolution_weight_gradient(gradients, input, weight, stride: int, padding: int):
            return torch.convolution_backward(
                gradients, input, weight, [weight.size(0)], [stride, stride], [padding, padding], [1, 1], False, [0, 0], 1,
                [False, True, False])[1]

        def batch_normalization(input, weight, bias, mean, variance, momentum: float, epsilon: float):
            return torch.native_batch_norm(input, weight, bias, mean, variance, True, momentum, epsilon)

        def batch_normalization_gradients(gradients, input, weight, mean, inverse_deviation, epsilon: float):
            return torch.native_batch_norm_backward(
                gradients, input, weight, None, None, mean, inverse_deviation, True, epsilon, [True, True, True])

        """);

    /// <summary>Returns the gradient of a convolution's weight.</summary>
    /// <param name="gradients">The gradients with respect to the output [N, Out, H', W'].</param>
    /// <param name="input">The input [N, In, H, W].</param>
    /// <param name="weight">The weight [Out, In, K, K].</param>
    /// <param name="stride">The stride.</param>
    /// <param name="padding">The zero padding on each side.</param>
    public static Tensor ConvolutionWeightGradient(Tensor gradients, Tensor input, Tensor weight, int stride, int padding)
    {
        using Scalar step = stride, frame = padding;
        return Script.invoke<Tensor>("convolution_weight_gradient", gradients, input, weight, step, frame);
    }

    /// <summary>Normalizes by the statistics of the batch (Ioffe &amp; Szegedy, 2015, algorithm 1).</summary>
    /// <param name="input">The input [N, C, …].</param>
    /// <param name="weight">The scale of each channel [C].</param>
    /// <param name="bias">The shift of each channel [C].</param>
    /// <param name="mean">The running means [C], which are moved.</param>
    /// <param name="variance">The running variances [C], which are moved.</param>
    /// <param name="momentum">The share of the batch in the running statistics.</param>
    /// <param name="epsilon">What is added to variances.</param>
    public static BatchNormalized BatchNormalization(
        Tensor input, Tensor weight, Tensor bias, Tensor mean, Tensor variance, double momentum, double epsilon)
    {
        using Scalar share = momentum, least = epsilon;
        var (output, batchMean, inverseDeviation) = Script.invoke<(Tensor, Tensor, Tensor)>(
            "batch_normalization", input, weight, bias, mean, variance, share, least);
        return new(output, batchMean, inverseDeviation);
    }

    /// <summary>Returns the gradients of what <see cref="BatchNormalization"/> normalizes, of the scale and of the shift.</summary>
    /// <param name="gradients">The gradients with respect to the output [N, C, …].</param>
    /// <param name="input">The input [N, C, …].</param>
    /// <param name="weight">The scale of each channel [C].</param>
    /// <param name="mean">The batch's means [C].</param>
    /// <param name="inverseDeviation">1/√(variance + ε) of the batch [C].</param>
    /// <param name="epsilon">ε.</param>
    public static (Tensor Input, Tensor Weight, Tensor Bias) BatchNormalizationGradients(
        Tensor gradients, Tensor input, Tensor weight, Tensor mean, Tensor inverseDeviation, double epsilon)
    {
        using Scalar least = epsilon;
        return Script.invoke<(Tensor, Tensor, Tensor)>(
            "batch_normalization_gradients", gradients, input, weight, mean, inverseDeviation, least);
    }
}
