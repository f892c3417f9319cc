namespace MLNet.Gan.Benchmarks.Training;

/// <summary>A training that is raced against others'.</summary>
/// <param name="Network">The networks' name in peers/training.py and <see cref="Eager.EagerNetwork"/>.</param>
/// <param name="Game">The loss and its penalties, by their name there.</param>
/// <param name="Options">The same as options.</param>
/// <param name="Turn">The steps that are taken at once: fewer than the machine needs to change its pace.</param>
/// <param name="Turns">How often each side takes them.</param>
/// <param name="Goal">How many times as fast as the plain loop of TorchSharp it shall be.</param>
internal sealed record TrainingCase(string Network, string Game, GanOptions Options, int Turn, int Turns, double Goal);
