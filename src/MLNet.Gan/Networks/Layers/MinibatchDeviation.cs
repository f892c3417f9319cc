namespace MLNet.Gan.Networks.Layers;

/// <summary>
/// Adds a channel that tells how much a batch varies: the standard deviation over the batch of each feature at each
/// pixel, averaged to one number (Karras et al., 2018, sec. 3): [N, C, H, W] to [N, C + 1, H, W].
/// </summary>
/// <remarks>Each deviation is √(variance + 10⁻⁸), over N, so that it has a gradient where a feature is constant.</remarks>
internal sealed class MinibatchDeviation() : nn.Module<Tensor, Tensor>(nameof(MinibatchDeviation))
{
    private const double Epsilon = 1e-8;

    public override Tensor forward(Tensor input)
    {
        var variances = (input - input.mean([0], keepdim: true)).square().mean([0]);
        var deviation = (variances + Epsilon).sqrt().mean();
        return cat([input, deviation.expand(input.shape[0], 1, input.shape[2], input.shape[3])], 1);
    }
}
