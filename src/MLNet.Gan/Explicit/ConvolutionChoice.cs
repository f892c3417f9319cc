namespace MLNet.Gan;

/// <summary>Chooses how a layer's convolution is computed.</summary>
/// <param name="device">The device of the layer.</param>
/// <param name="kernel">The side of the kernel.</param>
/// <param name="stride">The stride.</param>
/// <param name="padding">The zero padding on each side.</param>
internal sealed class ConvolutionChoice(Device device, int kernel, int stride, int padding)
{
    private const int FewChannels = 4;
    private Patches? _patches;

    /// <summary>Whether the layer is on the CPU, where both ways are fast.</summary>
    public bool IsOnCpu { get; } = device.type == DeviceType.CPU;

    /// <summary>Returns the convolution of images of a size.</summary>
    /// <param name="weight">The weight [Out, In, K, K].</param>
    /// <param name="height">The height of the images.</param>
    /// <param name="width">Their width.</param>
    public IConvolution Of(Tensor weight, long height, long width)
    {
        if (weight.size(1) > FewChannels || weight.dtype != ScalarType.Float32)
            return new ChannelsLastConvolution(weight, stride, padding, height, width);
        if (_patches?.AreOf(height, width) is not true)
            _patches = new((int)weight.size(1), (int)height, (int)width, kernel, stride, padding);
        return new UnfoldedConvolution(weight, _patches);
    }
}
