namespace MLNet.Gan.Metrics;

/// <summary>A convolution of the network, followed by a batch norm.</summary>
/// <param name="Kernel">The number in the name of its kernel in ResNet18.onnx: "Parameter91".</param>
/// <param name="Norm">
/// The number in the names of its batch norm: "Parameter96" is the gain, "Parameter97" the shift, "Constant98" the mean and
/// "Constant99" the variance.
/// </param>
/// <param name="Outputs">How many channels it computes.</param>
/// <param name="Inputs">How many channels it reads.</param>
/// <param name="Size">The height and width of its kernel.</param>
/// <param name="Stride">How far the kernel moves.</param>
internal sealed record ResNet18Convolution(int Kernel, int Norm, int Outputs, int Inputs, int Size, int Stride)
{
    /// <summary>What lies around the image: above and left, below and right. CNTK puts the odd one in front.</summary>
    public (int Before, int After) Padding => (Size / 2, Stride == 1 || Size == 1 ? Size / 2 : Size / 2 - 1);
}
