namespace MLNet.Gan.Metrics;

/// <summary>A residual block: two convolutions with a shortcut, which is the input or a convolution of it.</summary>
internal sealed record ResNet18Block(
    ResNet18Convolution First, ResNet18Convolution Second, ResNet18Convolution? Shortcut = null)
{
    /// <summary>The convolution that reads the image.</summary>
    public static ResNet18Convolution Stem { get; } = new(Kernel: 91, Norm: 96, Outputs: 64, Inputs: 3, Size: 7, Stride: 2);

    /// <summary>The nine blocks, with the numbers in the names of ResNet18.onnx.</summary>
    public static IReadOnlyList<ResNet18Block> All { get; } =
    [
        Plain(64, (86, 113), (82, 127)),
        Plain(64, (77, 144), (73, 158)),
        Halving(128, (68, 175), (64, 189), (199, 203)),
        Plain(128, (59, 220), (55, 234)),
        Halving(256, (50, 251), (46, 265), (275, 279)),
        Plain(256, (41, 296), (37, 310)),
        Halving(512, (32, 327), (28, 341), (351, 355)),
        Plain(512, (23, 372), (19, 386)),
        Plain(512, (14, 403), (10, 417)),
    ];

    /// <summary>All 22 convolutions.</summary>
    public static IEnumerable<ResNet18Convolution> Convolutions =>
    [
        Stem,
        .. All.SelectMany(block => (ResNet18Convolution?[])[block.First, block.Second, block.Shortcut])
            .OfType<ResNet18Convolution>(),
    ];

    private static ResNet18Block Plain(int channels, (int Kernel, int Norm) first, (int Kernel, int Norm) second) => new(
        new(first.Kernel, first.Norm, channels, channels, Size: 3, Stride: 1),
        new(second.Kernel, second.Norm, channels, channels, Size: 3, Stride: 1));

    private static ResNet18Block Halving(
        int channels, (int Kernel, int Norm) first, (int Kernel, int Norm) second, (int Kernel, int Norm) shortcut) => new(
        new(first.Kernel, first.Norm, channels, channels / 2, Size: 3, Stride: 2),
        new(second.Kernel, second.Norm, channels, channels, Size: 3, Stride: 1),
        new(shortcut.Kernel, shortcut.Norm, channels, channels / 2, Size: 1, Stride: 2));
}
