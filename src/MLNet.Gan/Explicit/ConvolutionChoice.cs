namespace MLNet.Gan;

/// <summary>Chooses how a layer's convolution is computed.</summary>
/// <param name="device">The device of the layer.</param>
/// <param name="kernel">The side of the kernel.</param>
/// <param name="stride">The stride.</param>
/// <param name="padding">The zero padding on each side.</param>
internal sealed class ConvolutionChoice(Device device, int kernel, int stride, int padding)
{
    private const int FewChannels = 4;
    private const int MostCopies = 16; // Of each pixel, about kernel² / stride².
    private Patches? _patches;

    /// <summary>Whether the layer is on the CPU, where both ways are fast.</summary>
    public bool IsOnCpu { get; } = device.type == DeviceType.CPU;

    /// <summary>Returns the convolution of images of a size.</summary>
    /// <param name="weight">The weight [Out, In, K, K].</param>
    /// <param name="count">The number of images.</param>
    /// <param name="height">Their height.</param>
    /// <param name="width">Their width.</param>
    public IConvolution Of(Tensor weight, long count, long height, long width)
    {
        var numbers = count * weight.size(1) * (height + 2 * padding) * (width + 2 * padding) * MostCopies; // of patches, at most
        if (weight.size(1) > FewChannels || weight.dtype != ScalarType.Float32
            || kernel * kernel > MostCopies * stride * stride || numbers > CpuNumbers.Most)
            return new ChannelsLastConvolution(weight, stride, padding, height, width);
        if (_patches?.AreOf(height, width) is not true)
            _patches = new((int)weight.size(1), (int)height, (int)width, kernel, stride, padding);
        return new UnfoldedConvolution(weight, _patches);
    }
}
