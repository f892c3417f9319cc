namespace MLNet.Gan;

/// <summary>
/// The training loop. A step: the discriminator's updates, the generator's, the weight average (EMA), a report when it is
/// due, and the controllers (ADA, learning rates, numbers of updates).
/// </summary>
internal sealed class GanTrainer : IDisposable
{
    private readonly GanOptions _options;
    private readonly RunOptions _run;
    private readonly SampleSet _samples;
    private readonly RunLog _log;
    private readonly Generator _random;
    private readonly GanNetworks _networks;
    private readonly ControllerRunner _controllers;
    private readonly BatchSampler _batches;
    private readonly PlayerTurns _turns;
    private readonly IDisposable _globalRandom;
    private readonly RunScorer? _scorer;
    private readonly SampleProbe? _probe;
    private readonly RunGuard _guard;
    private readonly LastFiniteAverage _lastFinite;
    private readonly TrainingState _state;
    private long _step;
    private long _images;
    private long _phaseImages;

    public GanTrainer(GanOptions options, RunOptions run, SampleSet samples, Device device, RunLog log)
    {
        (_options, _run, _samples, _log) = (options, run, samples, log);
        _random = new Generator((ulong)options.Seed);
        _networks = new GanNetworks(options, samples, _random, device);
        _guard = new RunGuard(run.Guard, options, _networks);
        _lastFinite = new LastFiniteAverage(_networks);
        _controllers = new ControllerRunner(options, device);
        _batches = new BatchSampler(options, samples, _random);
        _turns = new PlayerTurns(options, _networks, _controllers, _batches, new(options, _networks, _controllers, _random, _guard, isExplicit: true), _guard);
        _globalRandom = GlobalRandom.Begin(options.Seed);
        _scorer = run.Scoring is { } scoring && scoring.Scores(options) ? new RunScorer(scoring, options, samples, _networks, log.Clock)
            : null;
        _probe = run.Guard.Monitors.Count > 0 ? log.Watch(() => SampleProbe.For(options, samples, _networks)) : null;
        _state = new TrainingState(_networks, _controllers, _batches, _log, _scorer, _guard, _random);
    }

    /// <summary>What computes the run.</summary>
    public string Processor => _state.Processor;

    /// <summary>Goes on from a checkpoint of an equal run, which may have had fewer steps in all.</summary>
    /// <exception cref="FormatException">It is of other networks.</exception>
    public void Resume(Checkpoint checkpoint)
    {
        (_step, _images, _phaseImages) = _state.Restore(checkpoint);
        if (_step < _options.Steps)
            _log.DropBehind(_step / _options.ReportInterval * _options.ReportInterval); // The report at an earlier end.
    }

    /// <summary>Begins with the networks of a checkpoint.</summary>
    /// <exception cref="FormatException">It is of other networks.</exception>
    public void StartFrom(Checkpoint checkpoint)
    {
        _state.RestoreWeights(checkpoint);
        _guard.KeepStart();
    }

    /// <summary>Trains to the last step, and writes checkpoints if there is a recorder of them.</summary>
    /// <exception cref="TrainingFailedException">
    /// A finding ended the run, or anything else after there was a generator to keep, such as a user's own loss or progress.
    /// </exception>
    public TrainedGan Train(CheckpointRecorder? checkpoints = null)
    {
        try
        {
            return TrainToTheEnd(checkpoints);
        }
        catch (Exception e) when (e is not TrainingFailedException && (ReturnsBest || _lastFinite.Step is not null))
        {
            var finding = new Finding(_step, $"{e.GetType().Name}: {e.Message}", IsFatal: true) { Kind = "Exception" };
            var run = Record(checkpoints, isCanceled: false);
            throw Failed(finding, run with { Findings = [.. run.Findings, finding] }, e);
        }
    }

    private TrainedGan TrainToTheEnd(CheckpointRecorder? checkpoints)
    {
        using var snapshots = new SnapshotRecorder(_run.Snapshots, _options,
            [.. _samples.ClassCounts.Index().Where(item => item.Item > 0).Select(item => (long)item.Index)], _networks.Average);
        Grow(_phaseImages);
        _scorer?.Begin();
        var garbage = new StepGarbage();
        while (!IsOver && !_run.CancellationToken.IsCancellationRequested)
        {
            using var scope = NewDisposeScope();
            var batchSize = Grow(_images);
            var (batch, objective, gradientNorm) = _turns.OfDiscriminator(_step, batchSize);
            var generatorLoss = _turns.OfGenerator(_step, batch);
            _networks.UpdateAverage(_step, batchSize);
            _images += batchSize;
            _step++;

            var isDue = _step % _options.ReportInterval == 0;
            var report = isDue || _step == _options.Steps ? Report(objective, gradientNorm, generatorLoss) : null;
            if (isDue)
                Add(report!, snapshots, checkpoints, isDue);
            _controllers.Adjust(_step, _log.Reports);
            if (!isDue && report is not null)
                Add(report, snapshots, checkpoints, isDue); // Not for the controllers: a run of more steps has no report here.
            if (_scorer?.AfterStep(_step, _phaseImages) == true && HasBest)
                _guard.KeepBest(_step);
            checkpoints?.AfterStep(_step, Capture);
            garbage.Limit();
        }

        var isCanceled = !IsOver; // Before the last score, which may be the one too many without a new best.
        checkpoints?.AtEnd(_step, Capture);
        _scorer?.AtEnd(_step, _phaseImages); // Not in the checkpoint: a run of more steps has no score here.
        _scorer?.AddIntervals(_phaseImages, images => Grow(images));
        return new(Returned(), _samples.Classes, Record(checkpoints, isCanceled));
    }

    private bool IsOver => _step >= _options.Steps || _scorer is { IsOver: true } || _guard.IsOver;

    private bool ReturnsBest => _run.Scoring is { ReturnsBest: true } && HasBest;

    private bool HasBest => _scorer?.Best is { } best && double.IsFinite(best.Value);

    /// <summary>Whether an earlier average is returned: one that scored better by more than the error of its score.</summary>
    private bool ReturnsEarlier => ReturnsBest && (_guard.RejectsLast || !_scorer!.IsLastAsGood);

    private nn.Module<Tensor, Tensor?, Tensor> Returned() => ReturnsEarlier
        ? _networks.CopyAverage(_scorer!.BestState, PhaseAt(_scorer.BestImages))
        : _networks.CopyAverage();

    private Phase? PhaseAt(long images) => (_options.Architecture as IGrowingArchitecture)?.PhaseAt(images, _options.Shape);

    /// <exception cref="TrainingFailedException">A finding ends the run.</exception>
    private void Add(StepReport report, SnapshotRecorder snapshots, CheckpointRecorder? checkpoints, bool isDue)
    {
        _log.Add(report, snapshots);
        var (findings, done) = _log.Watch(() => _guard.Observe(_log.Reports, _scorer?.Scores ?? [], ReturnsBest, isDue));
        if (_log.Add(findings, done) is { } fatal)
            throw Failed(fatal, Record(checkpoints, isCanceled: false));
        if (!ReturnsBest)
            _lastFinite.Keep(_step, _phaseImages);
    }

    private TrainingFailedException Failed(Finding finding, TrainingRun run, Exception? cause = null)
    {
        if (ReturnsBest)
            return new(finding, cause) { Run = run, Best = new(Returned(), _samples.Classes, run) };
        if (_lastFinite.Step is not { } step)
            return new(finding, cause) { Run = run };
        run = run with { ReturnedStep = step };
        return new(finding, cause) { Run = run, Best = new(_networks.CopyAverage(_lastFinite.State, PhaseAt(_lastFinite.Images)), _samples.Classes, run) };
    }

    private TrainingRun Record(CheckpointRecorder? checkpoints, bool isCanceled) =>
        _log.Close(_step, isCanceled) with
        {
            CheckpointPath = checkpoints?.Path,
            Scores = _scorer?.Scores ?? [],
            ScoringTime = _scorer?.Elapsed ?? default,
            Settings = RunSettings.Of(_run with { Scoring = MeasuredScoring }, _options),
            BestStep = _scorer?.Best?.Step,
            ReturnedStep = ReturnsEarlier ? _scorer!.Best!.Step : _step,
        };

    /// <summary>The scoring with the interval that was measured.</summary>
    private ScoringOptions? MeasuredScoring => _scorer is null ? _run.Scoring : _run.Scoring! with { Interval = _scorer.Interval };

    /// <summary>The state of the run; null where weights are not finite, with which no run should go on.</summary>
    private Checkpoint? Capture(RunIdentity identity) =>
        _networks.AreFinite ? _state.Capture(identity, _step, _images, _phaseImages) : null;

    /// <summary>Grows progressive networks to the phase at a number of images, and returns the batch size.</summary>
    private int Grow(long images)
    {
        _phaseImages = images;
        if (_options.Architecture is not IGrowingArchitecture growing)
            return _options.BatchSize;

        var phase = growing.PhaseAt(images, _options.Shape);
        _networks.GrowTo(phase);
        return phase.BatchSize;
    }

    private StepReport Report(Objective objective, Tensor gradientNorm, Tensor generatorLoss)
    {
        // Read together: each reading would wait for the GPU.
        var (real, fake) = (objective.Real, objective.Fake);
        var values = stack([
            objective.Loss.detach(), generatorLoss.detach(), real.Logits.mean(), fake.Logits.mean(), gradientNorm,
            _networks.Generator.Parameters.Gradients.norm(), ControllerRunner.Accuracy(real, fake),
            _networks.Discriminator.Parameters.Values.norm(), _networks.Generator.Parameters.Values.norm()])
            .ToDoubles();
        return new(_step, values[0], values[1], values[2], values[3], values[4], values[5])
        {
            Accuracy = values[6],
            DiscriminatorWeightNorm = values[7],
            GeneratorWeightNorm = values[8],
            Samples = IsCompared && _probe is not null ? _log.Watch(_probe.Compare) : null,
            Controls = _controllers.Current,
            Corrections = _guard.Corrections,
        };
    }

    /// <summary>Whether the report of this step is the first one at or behind a multiple of the comparisons' interval.</summary>
    private bool IsCompared => _step / _run.Guard.Interval > _log.LastStep / _run.Guard.Interval;

    public void Dispose()
    {
        _scorer?.Dispose();
        _probe?.Dispose();
        _guard.Dispose();
        _lastFinite.Dispose();
        _globalRandom.Dispose();
        _batches.Dispose();
        _controllers.Dispose();
        _networks.Dispose();
        _random.Dispose();
    }
}
