namespace MLNet.Gan;

/// <summary>The state of a growing network: its resolution and how far the newest layers are faded in.</summary>
/// <param name="Level">
/// The number of doublings of the smallest resolution, including one that is being faded in; at least 0.
/// </param>
/// <param name="Alpha">The weight of the newest layers, from 0 to 1 (fully faded in).</param>
/// <param name="BatchSize">The number of images of a step, at least 1.</param>
public sealed record Phase(int Level, double Alpha, int BatchSize);
