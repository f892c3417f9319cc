namespace MLNet.Gan;

/// <summary>Writes the curves and findings of a run to a folder that TensorBoard shows: <c>tensorboard --logdir</c>.</summary>
/// <remarks>
/// Set it as <c>RunOptions.Progress</c>. Tags: loss/…, logit/…, gradient_norm/…, discriminator/accuracy,
/// samples/diversity, samples/coverage, samples/precision, and the text finding/kind.
/// </remarks>
/// <param name="folder">The folder of the run, which is created if it does not exist; one for each run.</param>
public sealed class TensorBoardProgress(string folder) : IProgress<TrainingProgress>
{
    private readonly TorchSharp.Modules.SummaryWriter _writer =
        utils.tensorboard.SummaryWriter(Check.Name(folder, nameof(folder)), createRunName: false);

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var (report, step) = (value.Report, (int)value.Step);
        void Add(string tag, double number) => _writer.add_scalar(tag, (float)number, step);
        Add("loss/discriminator", report.DiscriminatorLoss);
        Add("loss/generator", report.GeneratorLoss);
        Add("logit/real", report.MeanRealLogit);
        Add("logit/generated", report.MeanFakeLogit);
        Add("gradient_norm/discriminator", report.DiscriminatorGradientNorm);
        Add("gradient_norm/generator", report.GeneratorGradientNorm);
        Add("discriminator/accuracy", report.Accuracy);
        if (report.Samples is { } samples)
        {
            Add("samples/diversity", samples.Diversity);
            Add("samples/coverage", samples.Coverage);
            Add("samples/precision", samples.Precision);
        }

        foreach (var finding in value.Findings)
            _writer.add_text($"finding/{finding.Kind}", finding.ToString(), step);
    }
}
