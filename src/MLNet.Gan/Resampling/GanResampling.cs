using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// Images or vectors that a GAN generates, which is trained on the training rows of all classes and conditioned on the class.
/// </summary>
/// <remarks>
/// There is one input: a column of vectors of <see cref="float"/>, images plane by plane in [−1, 1]. Columns that are no inputs have
/// missing values in the new rows. For rows of several columns use <see cref="TabularGanResampling"/>.
/// </remarks>
public sealed record GanResampling : IResampling
{
    /// <summary>
    /// How to train; columns, classes and seed are the task's instead. Null (default) is what <c>GanOptions.Auto</c> chooses, with
    /// <see cref="GanOptions.BalanceClasses"/>.
    /// </summary>
    public GanOptions? Options { get; init; }

    /// <summary>How to run the training; default <see cref="RunOptions"/> with all defaults.</summary>
    public RunOptions Run { get; init => field = Check.NotNull(value); } = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The input is missing or of another type.</exception>
    /// <exception cref="DllNotFoundException">
    /// TorchSharp's native library cannot be loaded; the message names the cause and the remedy.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There are several inputs, a row does not fit the options, options are incompatible, or the training failed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The task or the run was canceled.</exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var wanted = Wanted.Of(task);
        if (wanted.Count == 0)
            return new() { Method = this };

        var samples = ClassSamples.Of(task);
        using var model = ResamplingRun.Train(nameof(GanResampling), task, Run,
            run => task.Context.Gan.Trainers.Gan(Settled(samples, task), run).Fit(samples.View));
        var generated = model.Generate(wanted.SelectMany(one => Enumerable.Repeat(samples.ClassOf(one.Class), one.Count)), task.Seed);
        var column = generated.Schema[samples.Input];
        float[][] values = [.. generated.GetColumn<VBuffer<float>>(column).Select(value => value.DenseValues().ToArray())];
        return new() { Method = this, Added = samples.Rows([.. wanted.SelectMany(one => Enumerable.Repeat(one.Class, one.Count))], values) };
    }

    private GanOptions Settled(ClassSamples samples, ResamplingTask task)
    {
        var options = Options ?? GanOptions.Auto(samples.View.Schema, task.Counts.Values.Sum()) with { BalanceClasses = true };
        return options with
        {
            FeatureColumnName = samples.Input,
            LabelColumnName = samples.Label,
            OutputColumnName = samples.Input,
            LatentColumnName = null,
            Seed = task.Seed,
        };
    }
}
