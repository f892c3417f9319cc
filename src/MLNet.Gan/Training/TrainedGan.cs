namespace MLNet.Gan;

/// <summary>
/// What a run leaves behind: a pure function from latents and labels to samples, and what was noticed.
/// </summary>
internal sealed record TrainedGan(
    nn.Module<Tensor, Tensor?, Tensor> Generator, int Classes, TrainingRun Run) : IDisposable
{
    public void Dispose() => Generator.Dispose();
}
