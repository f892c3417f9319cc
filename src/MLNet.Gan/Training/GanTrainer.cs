namespace MLNet.Gan;

/// <summary>The training loop. It reads from top to bottom; all that varies comes from the options.</summary>
internal sealed class GanTrainer : IDisposable
{
    private readonly GanOptions _options;
    private readonly SampleSet _samples;
    private readonly RunLog _log;
    private readonly Generator _random;
    private readonly GanNetworks _players;
    private readonly ControllerRunner _control;
    private readonly BatchSampler _dealer;
    private readonly GanObjective _table;
    private long _images;

    public GanTrainer(GanOptions options, SampleSet samples, Device device, RunLog log)
    {
        (_options, _samples, _log) = (options, samples, log);
        _random = new Generator((ulong)options.Seed);
        _players = new GanNetworks(options, samples, _random, device);
        _control = new ControllerRunner(options, device);
        _dealer = new BatchSampler(options, samples, _random);
        _table = new GanObjective(options, _players, _control, _random);
    }

    public TrainedGan Train()
    {
        using var snapshots = new SnapshotRecorder(_options, _samples.Classes, _random, _players.Average);
        var step = 0L;
        for (; step < _options.Steps && !_options.CancellationToken.IsCancellationRequested; step++)
        {
            using var scope = NewDisposeScope();
            var batchSize = Grow();
            var (batch, judged, lossD, slopeD) = DiscriminatorTurn(step, batchSize);
            var lossG = GeneratorTurn(step, batch);
            _players.UpdateAverage(step, batchSize);
            _images += batchSize;

            if ((step + 1) % _options.ReportInterval == 0 || step + 1 == _options.Steps)
                _log.Add(Report(step + 1, lossD, slopeD, lossG, judged), snapshots);
            _control.Adjust(step + 1, _log.Reports);
        }

        return new(_players.CopyAverage(), _samples.Classes, _log.Close(step, isCanceled: step < _options.Steps));
    }

    /// <summary>Brings networks that grow to their phase, and says how large a batch is now.</summary>
    private int Grow()
    {
        if (_options.Architecture is not IGrowingArchitecture growing)
            return _options.BatchSize;

        var phase = growing.PhaseAt(_images, _options.Shape);
        _players.GrowTo(phase);
        return phase.BatchSize;
    }

    private (Batch Batch, RegularizerContext Judged, Tensor Loss, Tensor Slope) DiscriminatorTurn(long step, int batchSize)
    {
        for (var update = 1; ; update++)
        {
            using var scope = NewDisposeScope();
            var batch = _dealer.Next(batchSize);
            var (loss, judged) = DiscriminatorUpdate(step, batch);
            _control.Observe(judged);

            // The generator's turn goes on with the last batch; the rest is done with.
            if (update >= _control.Current.DiscriminatorSteps)
            {
                // The gradients are measured now, since the generator's turn may add to them.
                var slope = _players.Discriminator.Parameters.Gradients.norm();
                Tensor?[] needed =
                    [batch.Samples, batch.Labels, loss, slope, judged.Real.Logits, judged.Fake.Logits];
                foreach (var kept in needed)
                    kept?.MoveToOuterDisposeScope();
                return (batch, judged, loss, slope);
            }
        }
    }

    private (Tensor Loss, RegularizerContext Judged) DiscriminatorUpdate(long step, Batch batch)
    {
        var (loss, judged) = _table.DiscriminatorLoss(step, batch);
        _players.Discriminator.Step(loss, step, _control.Current.LearningRateFactor);
        return (loss, judged);
    }

    private Tensor GeneratorTurn(long step, Batch batch)
    {
        for (var update = 1; ; update++)
        {
            using var scope = NewDisposeScope();
            var loss = _options.Unrolling is { } unrolling
                ? UnrolledUpdate(step, batch, unrolling)
                : GeneratorUpdate(step, batch);
            if (update >= _control.Current.GeneratorSteps)
                return loss.MoveToOuterDisposeScope();
        }
    }

    private Tensor GeneratorUpdate(long step, Batch batch)
    {
        _players.Discriminator.Freeze(true);
        var loss = _table.GeneratorLoss(step, batch);
        _players.Generator.Step(loss, step, _control.Current.LearningRateFactor);
        _players.Discriminator.Freeze(false);
        return loss;
    }

    /// <summary>The generator's update against the discriminator of some updates ahead, which then is put back.</summary>
    private Tensor UnrolledUpdate(long step, Batch batch, Unrolling unrolling)
    {
        var putBack = _players.Discriminator.Save();
        Tensor loss;
        if (unrolling.IsDifferentiated)
        {
            loss = _table.UnrolledGeneratorLoss(step, batch, unrolling);
            _players.Generator.Step(loss, step, _control.Current.LearningRateFactor);
        }
        else
        {
            for (var ahead = 0; ahead < unrolling.Steps; ahead++)
                DiscriminatorUpdate(step, batch);
            loss = GeneratorUpdate(step, batch);
        }

        putBack();
        return loss;
    }

    private StepReport Report(long step, Tensor lossD, Tensor slopeD, Tensor lossG, RegularizerContext judged)
    {
        // Read together: each reading would wait for the GPU.
        var values = stack([
            lossD.detach(), lossG.detach(), judged.Real.Logits.mean(), judged.Fake.Logits.mean(), slopeD,
            _players.Generator.Parameters.Gradients.norm(), ControllerRunner.Accuracy(judged)])
            .ToDoubles();
        return new(step, values[0], values[1], values[2], values[3], values[4], values[5])
        {
            Accuracy = values[6],
            Controls = _control.Current,
        };
    }

    public void Dispose()
    {
        _dealer.Dispose();
        _control.Dispose();
        _players.Dispose();
        _random.Dispose();
    }
}
