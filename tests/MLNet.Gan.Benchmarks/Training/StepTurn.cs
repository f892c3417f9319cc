using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>What a step took in one turn.</summary>
/// <param name="Ours">In our Fit.</param>
/// <param name="Eager">In the plain loop of TorchSharp.</param>
/// <param name="Python">In the loop of peers/training.py.</param>
/// <param name="Foreach">In the same with Adam's foreach.</param>
/// <param name="Products">In its products alone; null where they are not listed.</param>
internal sealed record StepTurn(Elapsed Ours, Elapsed Eager, Elapsed Python, Elapsed Foreach, Elapsed? Products);
