namespace MLNet.Gan.Metrics;

/// <summary>A convolution of the network, followed by batch normalization and ReLU.</summary>
/// <param name="Name">Its name in torchvision, such as "Mixed_5b.branch5x5_1".</param>
/// <param name="Outputs">The number of output channels.</param>
/// <param name="Inputs">The number of input channels.</param>
/// <param name="Height">The height of its kernel.</param>
/// <param name="Width">The width of its kernel.</param>
/// <param name="Stride">The stride.</param>
/// <param name="IsPadded">Whether padding keeps the size of the image, except for the stride.</param>
internal sealed record InceptionConvolution(
    string Name, int Outputs, int Inputs, int Height, int Width, int Stride, bool IsPadded);
