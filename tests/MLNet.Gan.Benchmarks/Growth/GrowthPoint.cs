namespace MLNet.Gan.Benchmarks.Growth;

/// <summary>What a training takes at one size of what grows.</summary>
/// <param name="Axis">What grows, and what stays.</param>
/// <param name="Size">Its size.</param>
/// <param name="AroundSeconds">The time before the first step and behind the last: reading, encoding, checks, the model.</param>
/// <param name="StepMilliseconds">The median time of a step.</param>
/// <param name="PeakMebiBytes">The process's peak memory beyond what it held before.</param>
internal sealed record GrowthPoint(string Axis, long Size, double AroundSeconds, double StepMilliseconds, double PeakMebiBytes);
