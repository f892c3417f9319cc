using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>Trains a GAN on a column of samples; <see cref="Fit(IDataView)"/> returns its averaged generator.</summary>
/// <remarks>
/// Input: a column of vectors of <see cref="float"/>, of images as vectors of <see cref="byte"/> or of ML.NET's images
/// and, for classes, a column of keys or whole numbers. Output: the same rows with a column of generated samples, which
/// has the slot names of the input column. Exportable to ONNX: yes, by <see cref="GanTransformer.ExportToOnnx"/>, and
/// not by ML.NET's <c>ConvertToOnnx</c>, which leaves out unknown transformers.
/// </remarks>
public sealed class GanEstimator : IEstimator<GanTransformer>
{
    private readonly MLContext _context;
    private readonly GanOptions _options;
    private readonly RunOptions _run;
    private readonly Func<GanOptions, GanOptions> _ofShape;

    internal GanEstimator(MLContext context, GanOptions options, RunOptions? run = null, Func<GanOptions, GanOptions>? ofShape = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        (_context, _options, _run, _ofShape) = (context, options, run ?? new(), ofShape ?? (shaped => shaped));
    }

    /// <summary>Trains on the device of <see cref="MLContext.GpuDeviceId"/>, or on the CPU if that is null.</summary>
    /// <remarks>
    /// <see cref="MLContext.Log"/> raises every report as information, every finding of a monitor immediately as a
    /// warning, and a fatal one as an error. It also warns of what the files of ML.NET's images declare and their pixels do
    /// not show: 16 bits, an orientation, CMYK, several frames. If a vector is trained on, the files of images beside it,
    /// from which its pixels may come, are checked for damage.
    /// </remarks>
    /// <param name="input">The data, which is read once.</param>
    /// <returns>The averaged generator: the best-scored one (<see cref="ScoringOptions.ReturnsBest"/>), or the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of a wrong type.</exception>
    /// <exception cref="DllNotFoundException">
    /// TorchSharp's native library cannot be loaded; the message names the cause and the remedy.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A row does not fit the options, image files are damaged, there are too few rows, the architecture does not support
    /// the shape, the checkpoints in the folder are of another run, or the exported generator's outputs differ; after the
    /// training, the message then names the newest checkpoint, if there is one.
    /// </exception>
    /// <exception cref="IOException">
    /// The samples exceed <see cref="SpillOptions.MemoryBudget"/>, and their temporary file cannot be written; or the
    /// checkpoints' folder cannot be written to, or another run uses it.
    /// </exception>
    /// <exception cref="NotSupportedException">A layer of the generator has no ONNX form.</exception>
    /// <exception cref="TrainingFailedException">A monitor or an exception ended the run.</exception>
    public GanTransformer Fit(IDataView input) => Train(input, warmStart: null);

    /// <summary>Trains on from a model that was trained before, as ML.NET's retraining does.</summary>
    /// <remarks>
    /// Generator, discriminator and average begin with their last weights; optimizers, random numbers and step count begin
    /// anew. Options and data may differ from those of before, except for what changes the networks' sizes.
    /// </remarks>
    /// <param name="input">The data, which is read once.</param>
    /// <param name="previous">
    /// A model that <c>Fit</c> returned with <see cref="RunOptions.Checkpoint"/> set: its file holds no discriminator, but
    /// its <see cref="TrainingRun.CheckpointPath"/> does.
    /// </param>
    /// <returns>The averaged generator, as of <see cref="Fit(IDataView)"/>.</returns>
    /// <exception cref="InvalidOperationException">
    /// The model has no checkpoint, or the networks of it have other sizes. Otherwise as <see cref="Fit(IDataView)"/>.
    /// </exception>
    public GanTransformer Fit(IDataView input, GanTransformer previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return Fit(input, previous.Run?.CheckpointPath ?? throw new InvalidOperationException(
            "The previous model has no checkpoint, and its file holds no discriminator. Train it with "
                + $"{nameof(RunOptions)}.{nameof(RunOptions.Checkpoint)} set, or give the path of a checkpoint."));
    }

    /// <summary>Trains on from the networks of a checkpoint, otherwise as <see cref="Fit(IDataView, GanTransformer)"/>.</summary>
    /// <param name="input">The data, which is read once.</param>
    /// <param name="checkpoint">The path of a file that <see cref="RunOptions.Checkpoint"/> wrote.</param>
    /// <returns>The averaged generator, as of <see cref="Fit(IDataView)"/>.</returns>
    /// <exception cref="FormatException">The file is no checkpoint, or damaged.</exception>
    /// <exception cref="InvalidOperationException">
    /// The networks of the checkpoint have other sizes. Otherwise as <see cref="Fit(IDataView)"/>.
    /// </exception>
    public GanTransformer Fit(IDataView input, string checkpoint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(checkpoint);
        return Train(input, checkpoint);
    }

    private GanTransformer Train(IDataView input, string? warmStart)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (_options.Shape is null)
            return new GanEstimator(_context, Settled(input.Schema), _run).Train(input, warmStart);
        TorchLibrary.Require();
        var device = Devices.Of(_context);
        using var threads = ThreadCount.For(_options.Shape, _run.Threads);
        using var recording = inference_mode(false); // The caller's mode is restored at the end.
        using var channel = ((IHostEnvironment)_context).Register("MLNet.Gan").Start("Training");
        if (_context.GpuDeviceId is { } wanted && device.type == DeviceType.CPU)
            channel.Warning(MessageSensitivity.None,
                "MLContext.GpuDeviceId is {0}, but there is no such GPU: training runs on the CPU.", wanted);
        if (_options.LatentColumnName is { } latent)
            ColumnCheck.FindVector(input.Schema, "latent", latent, _options.Architecture.LatentSize);
        GeneratorFile.CheckSaving(Preflight.Run(_options, Metadata(), device, _run), _context);
        using var start = new RunStart(
            _options, _run, warmStart, text => channel.Warning(MessageSensitivity.None, "{0}", text));
        using var samples = Read(input, device, text => channel.Warning(MessageSensitivity.UserData, "{0}", text));
        samples.Names = Names(samples, input.Schema);
        using var memory = _run.TunesAllocator ? ReusedMemory.Begin() : null;
        if (samples.FileBytes > 0)
            channel.Info(MessageSensitivity.None,
                "The samples do not fit the memory budget of {0} bytes: they are in a temporary file of {1} bytes in "
                    + "'{2}'.",
                _run.Spill!.MemoryBudget, samples.FileBytes, SpillFile.FolderOf(_run.Spill));
        if (_run.Scoring is { } scoring && scoring.Scores(_options) && scoring.HeldOutOf(samples.Count) is > 0 and var heldOut)
            samples.HoldOut(heldOut, _options.Seed);
        SampleChecks.Require(samples, _options, _run.Scoring);
        TrialStep.CheckClasses(_options, samples.Classes, device);
        if (SampleChecks.OfScales(samples, _options) is { } scales)
            channel.Warning(MessageSensitivity.None, "{0}", scales);
        if (_options.Standardizes)
            samples.Standardize();

        var receiver = _run.Progress;
        var log = new RunLog(_options, TimeProvider.System, onReport: progress =>
        {
            channel.Info(MessageSensitivity.None, "{0}", progress);
            receiver = Passed(progress, receiver, channel);
        }, onFinding: finding => Log(channel, finding), onIntervention: done => Log(channel, done));
        using var trainer = new GanTrainer(_options, _run, samples, device, log);
        var checkpoints = start.Begin(trainer, samples);
        if (start.ResumedAt is { } step)
            channel.Info(MessageSensitivity.None, "Resumed at step {0} from '{1}'.", step, checkpoints?.Path);
        using var gan = Trained(trainer, checkpoints, samples, input.Schema);
        if (gan.Run.IsCanceled)
            channel.Warning(MessageSensitivity.None, "Canceled after {0} of {1} steps.", gan.Run.Steps, _options.Steps);
        if (gan.Run is { Scores: [.., var last] } && gan.Run.Scores.FirstOrDefault(score => score.Step == gan.Run.ReturnedStep) is { } best)
            channel.Info(MessageSensitivity.None, "Returned: step {0} with a score of {1}; the last scored step, {2}, has {3}. Scoring took {4} and watching {5} of {6}.",
                best.Step, best.Value, last.Step, last.Value, TrainingProgress.Text(gan.Run.ScoringTime),
                TrainingProgress.Text(gan.Run.WatchingTime), TrainingProgress.Text(gan.Run.Elapsed));
        return Keep(gan with { Run = gan.Run with { ResumedAt = start.ResumedAt } }, samples, input.Schema);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var shape = FeatureColumn.Check(inputSchema, _options.FeatureColumnName, _options.Shape);
        if (_options.LabelColumnName is { } label)
            ColumnCheck.Label(inputSchema, label);
        if (_options.LatentColumnName is { } latent)
            ColumnCheck.Vector(inputSchema, "latent", latent);

        // A schema's shape has whether a vector's size is known, but not the size: one dimension represents any.
        var type = new VectorDataViewType(NumberDataViewType.Single, shape?.Dimensions ?? [1]);
        var isNamed = shape is not { IsImage: true } && inputSchema.Any(column =>
            column.Name == _options.FeatureColumnName
            && column.Annotations.Any(annotation => annotation.Name == SlotNames.Kind));
        return SchemaShapes.With(inputSchema, _options.OutputColumnName, type,
            isNamed ? SlotNames.Annotations([.. Enumerable.Repeat("", type.Size)]) : null);
    }

    /// <exception cref="TrainingFailedException">A monitor ended the run; it has the best model until then, if there is one.</exception>
    private TrainedGan Trained(GanTrainer trainer, CheckpointRecorder? checkpoints, SampleSet samples, DataViewSchema schema)
    {
        try
        {
            return trainer.Train(checkpoints);
        }
        catch (TrainingFailedException failed) when (failed.Best is not null)
        {
            using var best = failed.Best;
            throw new TrainingFailedException(failed.Finding, failed.InnerException) { Run = failed.Run, Model = Keep(best, samples, schema) };
        }
    }

    /// <summary>Passes a report on; a receiver that cannot write, as on a full disk, is warned of and not called again.</summary>
    private static IProgress<TrainingProgress>? Passed(TrainingProgress progress, IProgress<TrainingProgress>? receiver, IChannel channel)
    {
        try
        {
            receiver?.Report(progress);
            return receiver;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            channel.Warning(MessageSensitivity.None, "{0} failed at step {1}, and is not called again: {2}", receiver!.GetType().Name, progress.Step, e.Message);
            return null;
        }
    }

    private static void Log(IChannel channel, Finding finding)
    {
        if (finding.IsFatal)
            channel.Error(MessageSensitivity.None, "{0}", finding);
        else
            channel.Warning(MessageSensitivity.None, "{0}", finding);
    }

    private static void Log(IChannel channel, Intervention done) => channel.Warning(MessageSensitivity.None, "{0}", done);

    /// <summary>The options with the shape of the data, and with what depends on it.</summary>
    private GanOptions Settled(DataViewSchema schema) =>
        _ofShape(_options with { Shape = FeatureColumn.ShapeOf(schema, _options.FeatureColumnName) });

    private SampleSet Read(IDataView input, Device device, Action<string> warn)
    {
        using var memory = _run.TunesAllocator ? ReturnedMemory.Begin() : null;
        return SampleSet.Read(input, _options.FeatureColumnName, _options.LabelColumnName, _options.Shape,
            _options.Architecture.IsBounded(_options.Shape), device, _run.Spill, warn);
    }

    /// <summary>Returns the trained generator as its file, which is verified to compute the same.</summary>
    private GanTransformer Keep(TrainedGan gan, SampleSet samples, DataViewSchema schema)
    {
        var metadata = Metadata() with
        {
            ClassCounts = samples.ClassCounts,
            ClassNames = ClassNames(schema),
            SlotNames = _options.Shape.IsImage ? [] : SlotNames.Of(schema[_options.FeatureColumnName]),
            LabelIsKey = LabelIsKey(schema),
            Steps = gan.Run.ReturnedStep,
            IsCanceled = gan.Run.IsCanceled,
        };
        return new(_context, GeneratorFile.Open(Exported(gan, metadata), _context), gan.Run);
    }

    private static byte[] Exported(TrainedGan gan, GeneratorMetadata metadata)
    {
        try
        {
            return GeneratorExport.ToOnnx(gan.Generator, metadata);
        }
        catch (InvalidOperationException e) when (gan.Run.CheckpointPath is { } path)
        {
            throw new InvalidOperationException($"{e.Message} The run's newest checkpoint is '{path}', from which an equal Fit goes on.", e);
        }
    }

    private GeneratorMetadata Metadata() => new()
    {
        Shape = _options.Shape, LatentSize = _options.Architecture.LatentSize, ClassCounts = [],
        OutputColumnName = _options.OutputColumnName, LabelColumnName = _options.LabelColumnName, LatentColumnName = _options.LatentColumnName,
        Seed = _options.Seed, Options = _options.ToText(),
    };

    private IReadOnlyList<string> ClassNames(DataViewSchema schema) =>
        _options.LabelColumnName is { } label ? LabelNames.Of(schema[label]) : [];

    /// <summary>The names for findings; a key without names has its values, which count from 1.</summary>
    private SampleNames Names(SampleSet samples, DataViewSchema schema) => new(
        ClassNames(schema) is { Count: > 0 } names ? names
            : LabelIsKey(schema) ? [.. Enumerable.Range(1, samples.Classes).Select(value => value.ToString(CultureInfo.InvariantCulture))] : [],
        _options.Shape!.IsImage ? [] : SlotNames.Of(schema[_options.FeatureColumnName]));

    private bool LabelIsKey(DataViewSchema schema) =>
        _options.LabelColumnName is { } label && schema[label].Type is KeyDataViewType;
}
