using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>Trains a GAN on a column of samples; <see cref="Fit"/> returns its averaged generator.</summary>
/// <remarks>
/// Input: a column of vectors of <see cref="float"/> and, for classes, a column of keys or whole numbers. Output: the
/// same rows with a column of generated samples. Exportable to ONNX: yes, by <see cref="GanTransformer.ExportToOnnx"/>,
/// and not by ML.NET's <c>ConvertToOnnx</c>, which leaves out what it does not know.
/// </remarks>
public sealed class GanEstimator : IEstimator<GanTransformer>
{
    private readonly MLContext _context;
    private readonly GanOptions _options;
    private readonly RunOptions _run;

    internal GanEstimator(MLContext context, GanOptions options, RunOptions? run)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        (_context, _options, _run) = (context, options, run ?? new());
    }

    /// <summary>Trains, on the device that <see cref="MLContext.GpuDeviceId"/> names or else on the CPU.</summary>
    /// <param name="input">The data, which is read once.</param>
    /// <returns>The averaged generator; of a canceled run, that of its last step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of a wrong type.</exception>
    /// <exception cref="DllNotFoundException">
    /// TorchSharp's native library cannot be loaded; the message says why, and what to do.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A row does not fit the options, there are too few rows, the architecture cannot make the shape, or
    /// the exported generator computes something else.
    /// </exception>
    /// <exception cref="IOException">
    /// The samples exceed <see cref="SpillOptions.MemoryBudget"/>, and their temporary file cannot be written.
    /// </exception>
    /// <exception cref="NotSupportedException">A layer of the generator has no ONNX form.</exception>
    /// <exception cref="TrainingFailedException">A monitor ended the run.</exception>
    public GanTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        TorchLibrary.Require();
        var device = Devices.Of(_context);
        using var threads = ThreadCount.For(_options.Shape, _run.Threads);
        using var recording = inference_mode(false); // Whatever mode the caller is in comes back at the end.
        using var channel = ((IHostEnvironment)_context).Register("MLNet.Gan").Start("Training");
        if (_context.GpuDeviceId is { } wanted && device.type == DeviceType.CPU)
            channel.Warning(MessageSensitivity.None,
                "MLContext.GpuDeviceId is {0}, but there is no such GPU: training runs on the CPU.", wanted);
        GeneratorFile.CheckSaving(Preflight.Run(_options, Metadata(), device), _context);
        using var samples = Read(input, device);
        using var memory = _run.TunesAllocator ? ReusedMemory.Begin() : null;
        if (samples.FileBytes > 0)
            channel.Info(MessageSensitivity.None,
                "The samples do not fit the memory budget of {0} bytes: they are in a temporary file of {1} bytes in "
                    + "'{2}'.",
                _run.Spill!.MemoryBudget, samples.FileBytes, SpillFile.FolderOf(_run.Spill));
        if (_options.BatchSize > samples.Count)
            throw new InvalidOperationException(
                $"{nameof(GanOptions.BatchSize)} is {_options.BatchSize}, but column '{_options.FeatureColumnName}' has "
                    + $"only {samples.Count} rows. Choose a BatchSize of at most {samples.Count}.");
        TrialStep.CheckClasses(_options, samples.Classes, device);
        if (_options.Standardizes)
            samples.Standardize();

        var log = new RunLog(_options, TimeProvider.System, progress =>
        {
            channel.Info(MessageSensitivity.None, "{0}", progress);
            _run.Progress?.Report(progress);
        });
        using var trainer = new GanTrainer(_options, _run, samples, device, log);
        using var gan = trainer.Train();
        if (gan.Run.IsCanceled)
            channel.Warning(MessageSensitivity.None, "Canceled after {0} of {1} steps.", gan.Run.Steps, _options.Steps);
        return Keep(gan, samples, input.Schema);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        ColumnCheck.Vector(inputSchema, "input", _options.FeatureColumnName);
        if (_options.LabelColumnName is { } label)
            ColumnCheck.Label(inputSchema, label);
        if (_options.LatentColumnName is { } latent)
            ColumnCheck.Vector(inputSchema, "latent", latent);
        return SchemaShapes.With(inputSchema, _options.OutputColumnName,
            new VectorDataViewType(NumberDataViewType.Single, _options.Shape.Dimensions));
    }

    private SampleSet Read(IDataView input, Device device)
    {
        using var memory = _run.TunesAllocator ? ReturnedMemory.Begin() : null;
        return SampleSet.Read(input, _options.FeatureColumnName, _options.LabelColumnName, _options.Shape,
            _options.Architecture.IsBounded(_options.Shape), device, _run.Spill);
    }

    /// <summary>The trained generator as its file, which is proved to compute the same.</summary>
    private GanTransformer Keep(TrainedGan gan, SampleSet samples, DataViewSchema schema)
    {
        var metadata = Metadata() with
        {
            ClassCounts = samples.ClassCounts,
            ClassNames = ClassNames(schema),
            LabelIsKey = LabelIsKey(schema),
            Steps = gan.Run.Steps,
            IsCanceled = gan.Run.IsCanceled,
        };
        return new(_context, GeneratorFile.Open(GeneratorExport.ToOnnx(gan.Generator, metadata), _context), gan.Run);
    }

    private GeneratorMetadata Metadata() => new()
    {
        Shape = _options.Shape, LatentSize = _options.Architecture.LatentSize, ClassCounts = [],
        OutputColumnName = _options.OutputColumnName, LabelColumnName = _options.LabelColumnName, LatentColumnName = _options.LatentColumnName,
        Seed = _options.Seed, Options = _options.ToText(),
    };

    private IReadOnlyList<string> ClassNames(DataViewSchema schema) =>
        _options.LabelColumnName is { } label ? LabelNames.Of(schema[label]) : [];

    private bool LabelIsKey(DataViewSchema schema) =>
        _options.LabelColumnName is { } label && schema[label].Type is KeyDataViewType;
}
