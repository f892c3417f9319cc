namespace MLNet.Gan;

/// <summary>A pass through batch normalization by the statistics of the batch, and a (leaky) ReLU behind it.</summary>
internal sealed class BatchNormalizationPass : ExplicitPass
{
    private readonly Tensor _input, _weight, _bias, _batchMean, _batchDeviation;
    private readonly double _epsilon, _slope;

    private BatchNormalizationPass(
        Tensor input, BatchNormalized normalized, Tensor weight, Tensor bias, double epsilon, double slope)
        : base(Fused.Rectify(normalized.Output, slope)) =>
        (_input, _weight, _bias, _batchMean, _batchDeviation, _epsilon, _slope) =
            (input, weight, bias, normalized.Mean, normalized.InverseDeviation, epsilon, slope);

    /// <summary>Computes the forward pass, and moves the running statistics toward those of the batch.</summary>
    /// <param name="input">The input [N, C] or [N, C, H, W].</param>
    /// <param name="weight">The scale of each channel [C].</param>
    /// <param name="bias">The shift of each channel [C].</param>
    /// <param name="running">The running means and variances [C].</param>
    /// <param name="momentum">The share of the batch in them.</param>
    /// <param name="epsilon">What is added to variances.</param>
    /// <param name="slope">The slope of the leaky ReLU behind it; 1 for none.</param>
    public static BatchNormalizationPass Of(
        Tensor input, Tensor weight, Tensor bias, (Tensor Mean, Tensor Variance) running, double momentum, double epsilon, double slope)
    {
        var together = Together(input);
        var normalized = ScriptedOperators.BatchNormalization(together, weight, bias, running.Mean, running.Variance, momentum, epsilon);
        return new(together, normalized, weight, bias, epsilon, slope);
    }

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        var together = Together(gradients);
        var pulled = _slope == 1 ? together : Images(Fused.PullThroughRectifier(Pixels(together), Pixels(Output), _slope));
        var (ofInput, ofWeight, ofBias) = ScriptedOperators.BatchNormalizationGradients(
            pulled, _input, _weight, _batchMean, _batchDeviation, _epsilon);
        _weight.grad!.add_(ofWeight, alpha: Arithmetic.One);
        _bias.grad!.add_(ofBias, alpha: Arithmetic.One);
        return isLast ? null : ofInput;
    }

    private static Tensor Together(Tensor batch) => Images(Pixels(batch));

    private static Tensor Pixels(Tensor batch) => batch.dim() == 4 ? ChannelsLast.Pixels(batch) : batch.contiguous();

    private static Tensor Images(Tensor pixels) => pixels.dim() == 4 ? ChannelsLast.Images(pixels) : pixels;
}
