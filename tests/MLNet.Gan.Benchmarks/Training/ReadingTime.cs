namespace MLNet.Gan.Benchmarks.Training;

/// <summary>What it took to read all rows into the tensor that a training learns from, time after time.</summary>
/// <param name="Source">What they were read from.</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="PeakMebiBytes">The most memory beyond what was held before, the tensor among it.</param>
internal sealed record ReadingTime(
    string Source, IReadOnlyList<double> Seconds, IReadOnlyList<double> PeakMebiBytes);
