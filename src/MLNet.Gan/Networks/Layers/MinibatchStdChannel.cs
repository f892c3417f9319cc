namespace MLNet.Gan.Layers;

/// <summary>
/// Adds a channel that has the value of <see cref="MinibatchStdLayer"/> at every pixel: [N, C, H, W] to [N, C + 1, H,
/// W] (Karras et al., 2018, sec. 3).
/// </summary>
internal sealed class MinibatchStdChannel(int groupSize) : nn.Module<Tensor, Tensor>(nameof(MinibatchStdChannel))
{
    private readonly MinibatchStdLayer _deviation = new(groupSize);

    public override Tensor forward(Tensor input)
    {
        var features = input.flatten(1);
        var deviation = _deviation.forward(features).narrow(1, features.size(1), 1);
        return cat(
            [input, deviation.reshape(-1, 1, 1, 1).expand(input.size(0), 1, input.size(2), input.size(3))], 1);
    }
}
