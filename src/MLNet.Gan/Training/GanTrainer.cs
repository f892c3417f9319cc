using MLNet.Gan.Data;
using MLNet.Gan.Losses;
using MLNet.Gan.Monitoring;
using MLNet.Gan.Regularizers;

namespace MLNet.Gan.Training;

/// <summary>The training loop. It reads from top to bottom; all that varies comes from the options.</summary>
internal sealed class GanTrainer : IDisposable
{
    private readonly GanOptions _options;
    private readonly SampleSet _samples;
    private readonly Generator _random;
    private readonly Players _players;
    private readonly RunLog _log;

    public GanTrainer(GanOptions options, SampleSet samples, Device device, RunLog log)
    {
        (_options, _samples, _log) = (options, samples, log);
        _random = new Generator((ulong)options.Seed);
        _players = new Players(options, samples.Classes, _random, device);
    }

    public TrainedGan Train()
    {
        using var snapshots = new SnapshotTaker(_options, _samples.Classes, _random, _players.Average);
        using var batches =
            _samples.Batches(_options.BatchSize, _options.Seed, _options.BalanceClasses).GetEnumerator();

        var step = 0L;
        for (; step < _options.Steps && !_options.CancellationToken.IsCancellationRequested; step++)
        {
            using var scope = NewDisposeScope();
            var (batch, judged, lossD) = DiscriminatorTurn(step, batches);
            var lossG = GeneratorTurn(step, batch);
            _players.UpdateAverage(_options.EmaDecay.At(step));

            if ((step + 1) % _options.ReportInterval == 0 || step + 1 == _options.Steps)
                _log.Add(Report(step + 1, lossD, lossG, judged), snapshots);
        }

        return new(_players.HandOn(), _samples.Classes, _log.Close(step, isCancelled: step < _options.Steps));
    }

    private (Batch Batch, Round Judged, Tensor Loss) DiscriminatorTurn(long step, IEnumerator<long[]> batches)
    {
        for (var update = 1; ; update++)
        {
            using var scope = NewDisposeScope();
            batches.MoveNext();
            var batch = _samples[batches.Current];
            var round = Play(step, batch, fake: Fakes(batch));
            var loss = Loss(round, Player.Discriminator, _options.Loss.ForDiscriminator);
            _players.Discriminator.Descend(loss, step);

            // The generator's turn goes on with the last batch; the rest is done with.
            if (update == _options.DiscriminatorSteps)
            {
                Tensor?[] needed = [batch.Samples, batch.Labels, loss, round.Real.Logits, round.Fake.Logits];
                foreach (var kept in needed)
                    kept?.MoveToOuterDisposeScope();
                return (batch, round, loss);
            }
        }
    }

    private Tensor GeneratorTurn(long step, Batch batch)
    {
        _players.Discriminator.Freeze(true);
        var round = Play(step, batch, fake: _players.Generator.Network.forward(Latents(batch), batch.Labels));
        var loss = Loss(round, Player.Generator, _options.Loss.ForGenerator);
        _players.Generator.Descend(loss, step);
        _players.Discriminator.Freeze(false);
        return loss;
    }

    private Round Play(long step, Batch batch, Tensor fake)
    {
        Tensor Critic(Tensor samples) => _players.Discriminator.Network.forward(samples, batch.Labels);
        Verdict Judge(Tensor samples) => new(Critic(samples));
        return new(step, Critic, new Judged(Judge, batch.Samples), new Judged(Judge, fake), _random);
    }

    /// <summary>
    /// A player's loss with the penalties that are due. Penalties come first: they decide which graph is built.
    /// </summary>
    private Tensor Loss(Round round, Player player, Func<Logits, Tensor> objective)
    {
        var penalties = _options.Regularizers
            .Where(regularizer => regularizer.Player == player && round.Step % regularizer.Interval == 0)
            .Select(regularizer => regularizer.Interval * regularizer.Penalty(round))
            .ToList();
        var loss = objective(new Logits(real: () => round.Real.Logits, fake: () => round.Fake.Logits));
        return penalties.Aggregate(loss, (sum, penalty) => sum + penalty);
    }

    /// <summary>Generated samples as data: they carry no graph.</summary>
    private Tensor Fakes(Batch batch)
    {
        using var _ = no_grad();
        return _players.Generator.Network.forward(Latents(batch), batch.Labels);
    }

    private Tensor Latents(Batch batch) =>
        randn([batch.Samples.shape[0], _options.Architecture.LatentSize], generator: _random).to(batch.Samples.device);

    private StepReport Report(long step, Tensor lossD, Tensor lossG, Round judged) => new(
        step, lossD.ToDouble(), lossG.ToDouble(),
        judged.Real.Logits.mean().ToDouble(), judged.Fake.Logits.mean().ToDouble(),
        _players.Discriminator.Parameters.Gradients.norm().ToDouble(),
        _players.Generator.Parameters.Gradients.norm().ToDouble());

    public void Dispose()
    {
        _players.Dispose();
        _random.Dispose();
    }
}
