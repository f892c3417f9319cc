namespace MLNet.Gan;

/// <summary>The turns of a step: the updates of the discriminators, and those of the generator.</summary>
/// <param name="options">The options.</param>
/// <param name="networks">The networks that are updated.</param>
/// <param name="controllers">The numbers of updates and the factor of the learning rates; they see every discriminator update.</param>
/// <param name="batches">The real samples.</param>
/// <param name="game">What both minimize.</param>
/// <param name="guard">The corrections of the learning rates, and the players that pause.</param>
internal sealed class PlayerTurns(
    GanOptions options, GanNetworks networks, ControllerRunner controllers, BatchSampler batches, GanObjective game, RunGuard guard)
{
    /// <summary>
    /// The discriminators' updates, each on a new batch. The generator's updates take labels and real samples of the last one.
    /// </summary>
    public (Batch Batch, Objective Objective, Tensor GradientNorm) OfDiscriminator(long step, int batchSize)
    {
        for (var update = 1; update < controllers.Current.DiscriminatorSteps; update++)
        {
            using var earlier = NewDisposeScope();
            ObservedDiscriminatorStep(step, batches.Next(batchSize));
        }

        using var scope = NewDisposeScope();
        var batch = batches.Next(batchSize);
        var objective = ObservedDiscriminatorStep(step, batch);

        // The norm is computed now: in the generator's turn, terms of both losses add to these gradients.
        var gradientNorm = networks.Discriminator.Parameters.Gradients.norm();
        Tensor?[] kept =
        [
            batch.Samples, batch.Labels, objective.Loss, objective.Real.Logits, objective.Fake.Logits, gradientNorm,
        ];
        foreach (var tensor in kept)
            tensor?.MoveToOuterDisposeScope();
        return (batch, objective, gradientNorm);
    }

    private Objective ObservedDiscriminatorStep(long step, Batch batch)
    {
        var objective = DiscriminatorStep(step, batch);
        controllers.Observe(objective.Real, objective.Fake);
        return objective;
    }

    private Objective DiscriminatorStep(long step, Batch batch)
    {
        var objective = game.ForDiscriminator(step, batch);
        if (step >= guard.Corrections.DiscriminatorPausedUntil)
            networks.Discriminator.Step(objective.Backward, step, LearningRateFactor, LeastRate(step));
        return objective;
    }

    /// <summary>The generator's updates; the loss of the last one.</summary>
    public Tensor OfGenerator(long step, Batch batch)
    {
        for (var update = 1; update < controllers.Current.GeneratorSteps; update++)
        {
            using var earlier = NewDisposeScope();
            GeneratorUpdate(step, batch);
        }

        using var scope = NewDisposeScope();
        return GeneratorUpdate(step, batch).MoveToOuterDisposeScope();
    }

    private Tensor GeneratorUpdate(long step, Batch batch) => options.Unrolling is { } unrolling
        ? UnrolledGeneratorStep(step, batch, unrolling)
        : GeneratorStep(step, batch);

    private Tensor GeneratorStep(long step, Batch batch)
    {
        networks.Discriminator.Freeze(true);
        var objective = game.ForGenerator(step, batch);
        GeneratorStep(step, objective.Backward);
        networks.Discriminator.Freeze(false);
        return objective.Loss;
    }

    private void GeneratorStep(long step, Action backward)
    {
        if (step >= guard.Corrections.GeneratorPausedUntil)
            networks.Generator.Step(backward, step, LearningRateFactor);
    }

    private double LearningRateFactor => controllers.Current.LearningRateFactor * guard.Corrections.LearningRateFactor;

    /// <summary>The least learning rate of the discriminator, before the factor.</summary>
    private double LeastRate(long step) =>
        guard.Corrections.BalancesLearningRates ? RateBalance.LeastOfDiscriminator(options, step) : 0;

    /// <summary>A step against discriminators that were updated some steps ahead; then they are restored.</summary>
    private Tensor UnrolledGeneratorStep(long step, Batch batch, Unrolling unrolling)
    {
        var restore = networks.Discriminator.Save();
        Tensor loss;
        if (unrolling.IsDifferentiated)
        {
            loss = game.ForUnrolledGenerator(step, batch, unrolling);
            GeneratorStep(step, () => loss.backward());
        }
        else
        {
            for (var ahead = 0; ahead < unrolling.Steps; ahead++)
                DiscriminatorStep(step, batch);
            loss = GeneratorStep(step, batch);
        }

        restore();
        return loss;
    }
}
