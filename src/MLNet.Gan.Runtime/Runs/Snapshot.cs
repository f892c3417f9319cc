namespace MLNet.Gan;

/// <summary>Samples of the averaged generator at one step.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Samples">The samples, each of the shape's size.</param>
public sealed record Snapshot(long Step, IReadOnlyList<float[]> Samples);
