namespace MLNet.Gan;

/// <summary>
/// The result of a run: the averaged generator, from latents and labels to samples, and the record of the run.
/// </summary>
internal sealed record TrainedGan(
    nn.Module<Tensor, Tensor?, Tensor> Generator, int Classes, TrainingRun Run) : IDisposable
{
    public void Dispose() => Generator.Dispose();
}
