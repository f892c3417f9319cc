namespace MLNet.Gan.Metrics;

/// <summary>A convolution of the network, followed by a batch norm and a rectifier.</summary>
/// <param name="Name">Its name in torchvision, such as "Mixed_5b.branch5x5_1".</param>
/// <param name="Outputs">How many channels it computes.</param>
/// <param name="Inputs">How many channels it reads.</param>
/// <param name="Height">The height of its kernel.</param>
/// <param name="Width">The width of its kernel.</param>
/// <param name="Stride">How far the kernel moves.</param>
/// <param name="IsPadded">Whether the image keeps its size, but for the stride.</param>
internal sealed record InceptionConvolution(
    string Name, int Outputs, int Inputs, int Height, int Width, int Stride, bool IsPadded);
