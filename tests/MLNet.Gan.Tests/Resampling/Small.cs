namespace MLNet.Gan.Tests.Resampling;

/// <summary>GANs that are trained in a moment, and learn hardly anything.</summary>
internal static class Small
{
    public static readonly RunOptions Run = new() { Threads = 1 };

    public static readonly TabularGanOptions Options = new() { Steps = 5, Width = 16, Depth = 1, LatentSize = 4, BatchSize = 32 };

    public static readonly TabularGanResampling Table = new() { Options = Options, Run = Run };

    public static readonly GanResampling Images = new()
    {
        Options = new() { Steps = 5, BatchSize = 8, Architecture = new Mlp { Width = 16, Depth = 1, LatentSize = 4 } }, Run = Run,
    };
}
