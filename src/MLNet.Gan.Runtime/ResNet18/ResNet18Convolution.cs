namespace MLNet.Gan.Metrics;

/// <summary>A convolution of the network, followed by batch normalization.</summary>
/// <param name="Kernel">The number in the name of its kernel in ResNet18.onnx: "Parameter91".</param>
/// <param name="Norm">
/// The number in the names of its batch normalization: "Parameter96" is the gain, "Parameter97" the shift, "Constant98"
/// the mean and "Constant99" the variance.
/// </param>
/// <param name="Outputs">The number of output channels.</param>
/// <param name="Inputs">The number of input channels.</param>
/// <param name="Size">The height and width of its kernel.</param>
/// <param name="Stride">The stride.</param>
internal sealed record ResNet18Convolution(int Kernel, int Norm, int Outputs, int Inputs, int Size, int Stride)
{
    /// <summary>The padding above and left, and below and right. CNTK puts the odd one before.</summary>
    public (int Before, int After) Padding => (Size / 2, Stride == 1 || Size == 1 ? Size / 2 : Size / 2 - 1);
}
