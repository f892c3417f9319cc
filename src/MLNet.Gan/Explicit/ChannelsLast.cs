namespace MLNet.Gan;

/// <summary>Images whose channels lie together in memory, as convolutions on the CPU read them fastest.</summary>
internal static class ChannelsLast
{
    /// <summary>Images [N, C, H, W] as contiguous pixels [N, H, W, C]: the same memory if they lie so.</summary>
    public static Tensor Pixels(Tensor images)
    {
        using var pixels = images.permute(0, 2, 3, 1);
        return pixels.contiguous();
    }

    /// <summary>Pixels [N, H, W, C] as images [N, C, H, W] in the same memory.</summary>
    public static Tensor Images(Tensor pixels) => pixels.permute(0, 3, 1, 2);
}
