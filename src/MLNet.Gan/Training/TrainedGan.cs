using MLNet.Gan.Monitoring;

namespace MLNet.Gan.Training;

/// <summary>
/// What a run leaves behind: a pure function from latents and labels to samples, and what was noticed.
/// </summary>
internal sealed record TrainedGan(
    nn.Module<Tensor, Tensor?, Tensor> Generator, int Classes, TrainingRun Run) : IDisposable
{
    public void Dispose() => Generator.Dispose();
}

/// <summary>What happened in a run.</summary>
/// <param name="Steps">The number of generator updates done.</param>
/// <param name="IsCancelled">Whether a cancellation ended it early.</param>
/// <param name="Elapsed">How long the steps took.</param>
/// <param name="Reports">What the steps came to, at every report.</param>
/// <param name="Findings">What monitors noticed.</param>
/// <param name="Snapshots">The samples drawn on the way, if the options asked for them.</param>
public sealed record TrainingRun(
    long Steps,
    bool IsCancelled,
    TimeSpan Elapsed,
    IReadOnlyList<StepReport> Reports,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Snapshot> Snapshots);
