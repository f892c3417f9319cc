using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>A way to make samples beside PyTorch's.</summary>
/// <param name="Game">The generator.</param>
/// <param name="Threads">How many each side may use.</param>
/// <param name="Way">Ours.</param>
/// <param name="Turns">What a sample took.</param>
internal sealed record GeneratingLane(string Game, int Threads, string Way, IReadOnlyList<Turn> Turns);
