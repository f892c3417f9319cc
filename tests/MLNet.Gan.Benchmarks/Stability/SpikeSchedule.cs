namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A rate that is another for some steps.</summary>
/// <param name="Usual">The rate.</param>
/// <param name="Spike">The rate of the spike.</param>
/// <param name="From">The first step of the spike.</param>
/// <param name="Length">The number of its steps.</param>
internal sealed record SpikeSchedule(double Usual, double Spike, long From, long Length) : Schedule
{
    public override double At(long step) => step >= From && step < From + Length ? Spike : Usual;
}
