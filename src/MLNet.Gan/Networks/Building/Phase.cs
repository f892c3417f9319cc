namespace MLNet.Gan;

/// <summary>A moment in the growth of networks.</summary>
/// <param name="Level">
/// How often the smallest resolution has been doubled, counting the doubling that is being faded in; at least 0.
/// </param>
/// <param name="Alpha">How far the newest layers are faded in: 0 not at all, 1 wholly.</param>
/// <param name="BatchSize">How many images a step shall see, at least 1.</param>
public sealed record Phase(int Level, double Alpha, int BatchSize);
