namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>What passes through Inception take.</summary>
/// <param name="WallSeconds">Their time by the clock.</param>
/// <param name="CpuSeconds">The processor's time.</param>
internal sealed record InceptionTime(double WallSeconds, double CpuSeconds)
{
    /// <summary>The share of one of so many images.</summary>
    public InceptionTime Over(int images) => new(WallSeconds / images, CpuSeconds / images);
}
