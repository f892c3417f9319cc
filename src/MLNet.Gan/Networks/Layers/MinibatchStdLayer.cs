namespace MLNet.Gan.Layers;

/// <summary>The layer of <see cref="MinibatchStandardDeviation"/>: features [N, F] to [N, F + 1].</summary>
internal sealed class MinibatchStdLayer(int groupSize) : nn.Module<Tensor, Tensor>(nameof(MinibatchStdLayer))
{
    private const double Epsilon = 1e-8;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var (count, features) = (input.size(0), input.size(1));
        var size = Math.Min(groupSize, count);
        while (count % size != 0)
            size--;

        var groups = input.reshape(size, count / size, features);
        var variance = (groups - groups.mean([0], keepdim: true)).Squared().mean([0]);
        var deviation = variance.Plus(Epsilon).sqrt().mean([1]);
        return cat([input, deviation.repeat(size).unsqueeze(1)], 1);
    }
}
