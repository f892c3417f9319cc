using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>Trains a GAN on the rows of a table; <see cref="Fit"/> returns a generator of rows of the same schema.</summary>
public sealed class TabularGanEstimator : IEstimator<TabularGanTransformer>
{
    private const long MuchGarbage = 16 << 20;
    private readonly MLContext _context;
    private readonly TabularGanOptions _options;
    private readonly RunOptions _run;

    internal TabularGanEstimator(MLContext context, TabularGanOptions options, RunOptions? run = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        // Shares are calibrated after the run, and then checked, so what a monitor says of them during the run does not hold.
        run ??= new();
        var guard = run.Guard with { Monitors = [.. run.Guard.Monitors.Where(monitor => monitor is not DroppedCategoryMonitor)] };
        (_context, _options, _run) = (context, options, run with { Guard = guard });
    }

    /// <summary>Trains on the device of <see cref="MLContext.GpuDeviceId"/>, or on the CPU if that is null.</summary>
    /// <param name="input">The table, which is read twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or of a type that no table has.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are too few rows, other ones at the second reading, a value or a column cannot be encoded, options are incompatible, or the checkpoints in the folder are of
    /// another run.
    /// </exception>
    /// <exception cref="TrainingFailedException">
    /// A monitor or an exception ended the run; <see cref="TrainingFailedException.TableModel"/> is the best generator until then.
    /// </exception>
    public TabularGanTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (_run.Snapshots is not null)
            throw new InvalidOperationException(
                $"{nameof(RunOptions)}.{nameof(RunOptions.Snapshots)} are not taken of tables. Leave them out, and generate rows from the model.");
        TorchLibrary.Require();
        var device = Devices.Of(_context);
        using var channel = ((IHostEnvironment)_context).Register("MLNet.Gan").Start("Training");
        var encoding = Encoding(input);
        var networks = Networks(encoding);
        using var recording = inference_mode(false);
        using var samples = TabularSamples.Read(input, encoding, _options.Seed, _run.Spill, device);
        var options = TabularGame.Of(_options, networks, samples.Count, rows: samples.Count);
        Preflight.RequireCompatible(options, device, _run);
        if (_run.Scoring is { } scoring && scoring.Scores(options) && scoring.HeldOutOf(samples.Count) is > 0 and var heldOut)
            samples.HoldOut(heldOut, options.Seed);
        SampleChecks.Require(samples, options, _run.Scoring);
        TrialStep.Run(options, samples, device);
        using var threads = ThreadCount.For(options.Shape, _run.Threads);
        using var start = new RunStart(options, _run, null, text => channel.Warning(MessageSensitivity.None, "{0}", text));
        var log = new RunLog(options, TimeProvider.System, onReport: progress =>
        {
            channel.Info(MessageSensitivity.None, "{0}", progress);
            _run.Progress?.Report(progress);
        }, onFinding: finding => channel.Warning(MessageSensitivity.None, "{0}", finding), onIntervention: done => channel.Warning(MessageSensitivity.None, "{0}", done));
        using var trainer = new GanTrainer(options, _run, samples, device, log);
        try
        {
            using var gan = trainer.Train(start.Begin(trainer, samples));
            if (gan.Run.IsCanceled)
                channel.Warning(MessageSensitivity.None, "Canceled after {0} of {1} steps.", gan.Run.Steps, options.Steps);
            return Kept(gan, networks, encoding, channel);
        }
        catch (TrainingFailedException failed) when (failed.Best is not null)
        {
            using var best = failed.Best;
            throw new TrainingFailedException(failed.Finding, failed.InnerException) { Run = failed.Run, TableModel = Kept(best, networks, encoding, channel) };
        }
    }

    /// <summary>
    /// Says what the columns of a table become, and about how much memory and time <see cref="Fit"/> would need, after 25 steps of training
    /// on some of its rows. Nothing of them is kept.
    /// </summary>
    /// <param name="input">The table, which is read twice, the second time its first rows only.</param>
    /// <exception cref="ArgumentOutOfRangeException">As of <see cref="Fit"/>.</exception>
    /// <exception cref="InvalidOperationException">As of <see cref="Fit"/>.</exception>
    public TabularPlan Explain(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        TorchLibrary.Require();
        var device = Devices.Of(_context);
        var encoding = Encoding(input);
        var networks = Networks(encoding);
        using var recording = inference_mode(false);
        using var samples = TabularSamples.Read(input, encoding, _options.Seed, _run.Spill, device, most: StepTime.RowsFor(_options.BatchSize));
        var options = TabularGame.Of(_options, networks, samples.Count, encoding.Rows);
        Preflight.RequireCompatible(options, device, _run);
        TrialStep.Run(options, samples, device);
        using var threads = ThreadCount.For(options.Shape, _run.Threads);
        return TabularPlan.Of(encoding, options, StepTime.Measure(options, samples, device));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var name in _options.Encoding.WithoutColumns.Concat(_options.Encoding.Columns.Select(column => column.Name)))
            ColumnCheck.Has(inputSchema, "input", name);
        return inputSchema; // Completed columns have the names and types of those that they hide.
    }

    /// <summary>Returns the trained generator as its file, with calibrated shares.</summary>
    private TabularGanTransformer Kept(TrainedGan gan, TabularNetworks networks, TableEncoding encoding, IChannel channel)
    {
        var generator = (TabularGenerator)gan.Generator;
        ShareCalibration.Apply(generator, networks, _options.Seed);
        foreach (var lost in ShareCalibration.Lost(generator, networks, _options.Seed))
            channel.Warning(MessageSensitivity.UserData, "{0} Train for more steps.", lost);
        return new(_context, TabularExport.ToOnnx(generator, networks, encoding), gan.Run, _options.ToText());
    }

    private TableEncoding Encoding(IDataView input)
    {
        var encoding = TableEncoding.Fit(input, _options.Encoding, _options.Seed);
        // The rows that it was learned from are garbage now, which would stay beside the encoded ones: native memory starts no collection.
        if (TabularPlan.BytesOf(encoding) > MuchGarbage)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return encoding;
    }

    private TabularNetworks Networks(TableEncoding encoding) =>
        new(encoding.Layout) { NoiseSize = _options.LatentSize, Width = _options.Width, Depth = _options.Depth };
}
