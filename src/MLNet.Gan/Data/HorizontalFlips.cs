namespace MLNet.Gan;

/// <summary>Random horizontal flips of training images.</summary>
internal static class HorizontalFlips
{
    private static readonly Scalar Half = 0.5;

    /// <summary>Returns images [N, C, H, W], each mirrored left to right with probability ½.</summary>
    public static Tensor Apply(Tensor samples, Generator random)
    {
        // Drawn on the CPU, so that equal seeds give equal numbers on every device.
        var isMirrored = rand([samples.size(0), 1, 1, 1], generator: random) < Half;
        return where(isMirrored.SentTo(samples.device), samples.flip(3), samples);
    }
}
