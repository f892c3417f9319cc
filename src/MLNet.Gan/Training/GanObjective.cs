namespace MLNet.Gan;

/// <summary>Where the players meet: it lets discriminators judge batches, and adds up each player's loss.</summary>
internal sealed class GanObjective(GanOptions options, GanNetworks players, ControllerRunner control, Generator random)
{
    private readonly Packing _packing = new(options.Packing);
    private readonly Augmenter _augmenter = new(options, new Packing(options.Packing), random);

    /// <summary>What the discriminators lower, and what the main one said.</summary>
    public (Tensor Loss, RegularizerContext Judged) DiscriminatorLoss(long step, Batch batch)
    {
        var latents = Latents(batch);
        Tensor fake;
        using (no_grad())
            fake = Fake(latents, batch); // as data: they carry no graph
        return Loss(Player.Discriminator, step, batch, latents, fake, options.Loss.ForDiscriminator);
    }

    /// <summary>What the generator lowers.</summary>
    public Tensor GeneratorLoss(long step, Batch batch)
    {
        var latents = Latents(batch);
        var fake = Fake(latents, batch);
        return Loss(Player.Generator, step, batch, latents, fake, options.Loss.ForGenerator).Loss;
    }

    /// <summary>
    /// What the generator lowers against the discriminators of some gradient steps ahead, through which it is
    /// differentiated.
    /// </summary>
    public Tensor UnrolledGeneratorLoss(long step, Batch batch, Unrolling unrolling)
    {
        var jury = players.Discriminator.Network;
        var latents = Latents(batch);
        var fake = Fake(latents, batch);
        var parameters = players.Discriminator.Parameters.Values.detach().clone().requires_grad_(true);
        for (var update = 0; update < unrolling.Steps; update++)
        {
            using var ahead = new ParameterSubstitution(jury, parameters);
            var (loss, _) = Loss(
                Player.Discriminator, step, batch, latents, fake, options.Loss.ForDiscriminator, ahead);
            var slope = Gradients.Of(loss, "The discriminator's loss", parameters);
            parameters = parameters - unrolling.LearningRate.Times(slope);
        }

        using var last = new ParameterSubstitution(jury, parameters);
        return Loss(Player.Generator, step, batch, latents, fake, options.Loss.ForGenerator, last).Loss;
    }

    private (Tensor Loss, RegularizerContext Judged) Loss(
        Player turn, long step, Batch batch, Tensor latents, Tensor fake, Func<Logits, Tensor> objective,
        ParameterSubstitution? ahead = null)
    {
        var (real, packedFake) = (_packing.Pack(batch.Samples), _packing.Pack(fake));
        var labels = _packing.Labels(batch.Labels);
        (Tensor Loss, RegularizerContext Judged)? sum = null;
        foreach (var juror in players.Discriminator.Network.Members)
        {
            Tensor Augmented(Tensor packs) =>
                _augmenter.Apply(packs, step, control.Current.AugmentationProbability);
            DiscriminatorOutput Judge(Tensor packs) => juror.Forward(Augmented(packs), labels);
            DiscriminatorPass At(Tensor packs) =>
                new(Judge, packs) { Trace = samples => juror.Trace(Augmented(samples), labels) };
            var round = new RegularizerContext(step, packs => Judge(packs).Logits, At(real), At(packedFake), random)
            {
                Turn = turn,
                Labels = labels,
                Latents = latents,
                Parameters = player => Parameters(player, juror, ahead),
                BothLosses = () => Game(Judge, batch, latents, real),
                At = At,
            };
            var loss = Loss(round, objective, isFirst: sum is null);
            sum = sum is { } before ? (before.Loss.Plus(juror.Weight.Times(loss)), before.Judged) : (loss, round);
        }

        return sum!.Value;
    }

    /// <summary>
    /// A player's loss with the penalties that are due. Penalties come first: they decide which graph is built.
    /// </summary>
    private Tensor Loss(RegularizerContext round, Func<Logits, Tensor> objective, bool isFirst)
    {
        var penalties = options.Regularizers
            .Where(regularizer => regularizer.Player.HasFlag(round.Turn) && round.Step % regularizer.Interval == 0)
            .Where(regularizer =>
                isFirst || round.Turn == Player.Discriminator || !regularizer.Needs.HasFlag(Needs.Parameters))
            .Select(regularizer => Due(regularizer, round))
            .ToList();
        var member = round.Turn == Player.Generator ? nameof(IGanLoss.ForGenerator) : nameof(IGanLoss.ForDiscriminator);
        var loss = ReturnedValueCheck.Of(options.Loss, member,
            objective(new Logits(real: () => round.Real.Logits, fake: () => round.Fake.Logits)));
        return penalties.Aggregate(loss, (sum, penalty) => sum.Plus(penalty));
    }

    /// <summary>A penalty, times the turns that it stands for (Karras et al., 2020, section 3.1).</summary>
    private static Tensor Due(IRegularizer regularizer, RegularizerContext round) => regularizer.Interval == 1
        ? ReturnedValueCheck.Of(regularizer, regularizer.Penalty(round))
        : ReturnedValueCheck.Of(regularizer, regularizer.Penalty(round)).Times(regularizer.Interval);

    /// <summary>Both losses with the graphs of both players, whoever's turn it is.</summary>
    private GanLosses Game(Func<Tensor, DiscriminatorOutput> judge, Batch batch, Tensor latents, Tensor real)
    {
        players.Discriminator.Freeze(false);
        var fake = _packing.Pack(Fake(latents, batch));
        var (realLogits, fakeLogits) = (judge(real).Logits, judge(fake).Logits);
        var logits = new Logits(real: () => realLogits, fake: () => fakeLogits);
        return new(
            ReturnedValueCheck.Of(options.Loss, nameof(IGanLoss.ForDiscriminator), options.Loss.ForDiscriminator(logits)),
            ReturnedValueCheck.Of(options.Loss, nameof(IGanLoss.ForGenerator), options.Loss.ForGenerator(logits)));
    }

    /// <summary>The parameters of the generator, and of the discriminator that judges.</summary>
    private IReadOnlyList<Tensor> Parameters(Player player, WeightedDiscriminator juror, ParameterSubstitution? ahead) => player switch
    {
        Player.Generator => players.Generator.Parameters.Parameters,
        Player.Discriminator => ahead?.Parameters ?? [.. juror.Network.parameters()],
        _ => [.. Parameters(Player.Discriminator, juror, ahead), .. Parameters(Player.Generator, juror, ahead)],
    };

    private Tensor Fake(Tensor latents, Batch batch) => ReturnedValueCheck.Of(players.Generator.Network, batch.Samples,
        players.Generator.Network.forward(latents, batch.Labels));

    private Tensor Latents(Batch batch) =>
        randn([batch.Samples.shape[0], options.Architecture.LatentSize], generator: random).SentTo(batch.Samples.device);
}
