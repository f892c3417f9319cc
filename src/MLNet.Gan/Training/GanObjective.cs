namespace MLNet.Gan;

/// <summary>The losses of both players: the GAN loss of each discriminator, and the regularizers that are due.</summary>
/// <remarks>
/// Plus and Times stand for + and *: the operators make Scalars, which can be collected during a call (<see cref="Arithmetic"/>).
/// </remarks>
internal sealed class GanObjective(
    GanOptions options, GanNetworks networks, ControllerRunner controllers, Generator random, RunGuard? guard = null, bool isExplicit = false)
{
    // What a tape has. Features and both players' losses need libtorch's graph.
    private const Needs Taped = Needs.Logits | Needs.InputGradients | Needs.Classes | Needs.ParametersOnly;

    private readonly bool _isExplicit = isExplicit && options.Unrolling is null
        && !networks.Discriminator.HasFrozen && !networks.Generator.HasFrozen;
    private readonly Packing _packing = new(options.Packing);
    private readonly Augmenter _augmenter = new(options, new Packing(options.Packing), random);

    /// <summary>What the discriminators minimize: L_D(D(x), D(G(z))) + regularizers.</summary>
    public Objective ForDiscriminator(long step, Batch batch)
    {
        var latents = Latents(batch);
        Tensor fake;
        using (no_grad())
            fake = Detached(latents, batch);
        return OverDiscriminators(new(Player.Discriminator, step, batch, latents, fake));
    }

    /// <summary>What the generator minimizes: L_G(D(x), D(G(z))) + regularizers.</summary>
    public Objective ForGenerator(long step, Batch batch)
    {
        var latents = Latents(batch);
        if (!_isExplicit || Regularizers.Any(regularizer => IsDue(regularizer, Player.Generator, step, isFirst: true)))
            return OverDiscriminators(new(Player.Generator, step, batch, latents, Fake(latents, batch)));

        var generated = Explicit(latents, batch) ?? GeneratedSamples.Recorded(Fake(latents, batch));
        var objective = OverDiscriminators(new(Player.Generator, step, batch, latents, generated.Samples));
        return objective with { Behind = [.. objective.Behind, generated.Backward] };
    }

    /// <summary>
    /// What the generator minimizes against the discriminators after some gradient steps, through which it is
    /// differentiated (unrolled GAN, Metz et al., 2017, eq. 8).
    /// </summary>
    public Tensor ForUnrolledGenerator(long step, Batch batch, Unrolling unrolling)
    {
        var discriminators = networks.Discriminator.Network;
        var latents = Latents(batch);
        var turn = new PlayerTurn(Player.Discriminator, step, batch, latents, Fake(latents, batch));
        var parameters = networks.Discriminator.Parameters.Values.detach().clone().requires_grad_(true);
        for (var update = 0; update < unrolling.Steps; update++)
        {
            using var ahead = new ParameterSubstitution(discriminators, parameters);
            var loss = OverDiscriminators(turn with { Ahead = ahead }).Loss;
            var gradient = Gradients.Of(loss, "The discriminator's loss", parameters);
            parameters = parameters - unrolling.LearningRate.Times(gradient);
        }

        using var last = new ParameterSubstitution(discriminators, parameters);
        return OverDiscriminators(turn with { Player = Player.Generator, Ahead = last }).Loss;
    }

    /// <summary>
    /// The sum of the player's losses over the discriminators, the auxiliary ones times their weights; the passes are those of
    /// the main one.
    /// </summary>
    private Objective OverDiscriminators(PlayerTurn turn)
    {
        var members = networks.Discriminator.Network.Members;
        var main = LossWith(members[0], turn, isFirst: true);
        return members.Skip(1).Aggregate(main, (sum, member) =>
        {
            var part = LossWith(member, turn, isFirst: false);
            return sum with { Loss = sum.Loss.Plus(member.Weight.Times(part.Loss)), Behind = [.. sum.Behind, .. part.Behind] };
        });
    }

    /// <summary>
    /// The player's loss with one discriminator: the passes over real and generated samples, a term of each regularizer that is due, and
    /// the GAN loss of the logits.
    /// </summary>
    private Objective LossWith(WeightedDiscriminator discriminator, PlayerTurn turn, bool isFirst)
    {
        var labels = _packing.Labels(turn.Batch.Labels);
        var (realSamples, fakeSamples) = (_packing.Pack(turn.Batch.Samples), _packing.Pack(turn.Fake));
        var passes = new DiscriminatorPasses(discriminator, labels, samples =>
            _augmenter.Apply(samples, turn.Step, controllers.Current.AugmentationProbability, guard?.Corrections.AugmentationProbability ?? 0));

        IRegularizer[] due = [.. Regularizers.Where(regularizer => IsDue(regularizer, turn.Player, turn.Step, isFirst))];
        var needs = due.Aggregate(options.Loss.NeedsIn(turn.Player), (sum, one) => sum | one.NeedsIn(turn.Player));
        List<Action> behind = [];
        // In the generator's turn all discriminators are taped, or none: its graph is traversed once.
        var isTaped = _isExplicit && turn.Ahead is null && turn.Fake.is_leaf && (needs & ~Taped) == 0 && due.All(OptionChoices.IsOurs)
            && AugmentedShare(turn.Step) <= 0;
        var own = due.Select(regularizer => OwnPass(regularizer, passes, turn, realSamples, fakeSamples, isTaped ? behind : null)).ToArray();
        var (real, fake) = isTaped && OnTape(passes, turn.Player, realSamples, fakeSamples, needs, behind) is { } taped ? taped
            : passes.Of(realSamples, fakeSamples, needs);

        var context = new RegularizerContext(turn.Step, real, fake)
        {
            Turn = turn.Player,
            Labels = labels,
            Latents = turn.Latents,
            DiscriminatorParameters = turn.Ahead?.Parameters ?? discriminator.Parameters,
            GeneratorParameters = networks.Generator.Parameters.Parameters,
        };
        var terms = due.Zip(own, (regularizer, pass) => Term(regularizer, discriminator, turn, context with { Own = pass })).ToArray();
        var logits = new Logits(real.Output?.Logits, fake.Logits); // Real ones are null where the loss declares no need of them.
        var loss = GanLoss(turn.Player, logits);
        return new(terms.Aggregate(loss, (sum, term) => sum.Plus(term)), real, fake) { Behind = behind };
    }

    /// <summary>The passes whose derivatives are written out; null where those of a layer are not.</summary>
    private static (DiscriminatorPass Real, DiscriminatorPass Fake)? OnTape(
        DiscriminatorPasses passes, Player player, Tensor real, Tensor fake, Needs needs, List<Action> behind)
    {
        if (player == Player.Generator)
        {
            if (passes.OfSamples(fake) is not var (pass, ofFake))
                return null;
            behind.Add(() => ofFake.BackwardTo(fake));
            return (needs.HasFlag(Needs.RealLogits) ? passes.OutputOnly(real) : new(real), pass);
        }

        if (passes.Together(real, fake, needs) is not var (realPass, fakePass, tape))
            return null;
        behind.Add(tape.Backward);
        return (realPass, fakePass);
    }

    private double AugmentedShare(long step) =>
        _augmenter.Share(step, controllers.Current.AugmentationProbability, guard?.Corrections.AugmentationProbability ?? 0);

    /// <summary>Those of the options, and the penalty that a reaction has added.</summary>
    private IEnumerable<IRegularizer> Regularizers => guard?.Corrections.R1Gamma is > 0 and var gamma
        ? options.Regularizers.Append(new R1Penalty { Gamma = gamma })
        : options.Regularizers;

    /// <summary>
    /// Whether a regularizer belongs to the player's turn and its interval is over. A term of the generator's parameters alone
    /// is the same for every discriminator, and is added once.
    /// </summary>
    private static bool IsDue(IRegularizer regularizer, Player player, long step, bool isFirst) =>
        regularizer.Player.HasFlag(player) && step % regularizer.Interval == 0
        && (isFirst || player == Player.Discriminator
            || !regularizer.NeedsIn(player).HasFlag(Needs.ParametersOnly));

    /// <summary>The pass over samples of the regularizer's choice, such as the interpolates of WGAN-GP.</summary>
    private DiscriminatorPass? OwnPass(
        IRegularizer regularizer, DiscriminatorPasses passes, PlayerTurn turn, Tensor real, Tensor fake, List<Action>? behind)
    {
        if (!regularizer.NeedsIn(turn.Player).HasFlag(Needs.OwnInputGradients))
            return null;
        var samples = regularizer.OwnSamples(real.detach(), fake.detach(), random);
        if (behind is null || passes.WithExplicitGradients(samples) is not var (pass, tape))
            return passes.WithInputGradients(samples);
        behind.Add(tape.Backward);
        return pass;
    }

    /// <summary>A regularizer's term, times the number of steps that it represents (Karras et al., 2020, section 3.1).</summary>
    private Tensor Term(IRegularizer regularizer, WeightedDiscriminator discriminator, PlayerTurn turn, RegularizerContext context)
    {
        var penalty = regularizer.NeedsIn(turn.Player).HasFlag(Needs.BothLosses)
            ? WithBothLosses(regularizer, discriminator, turn, context)
            : ReturnedValueCheck.Of(regularizer, regularizer.Penalty(context));
        return regularizer.Interval == 1 ? penalty : penalty.Times(regularizer.Interval);
    }

    /// <summary>A term that is computed from both players' losses, whose graphs reach both players' parameters in each player's turn.</summary>
    private Tensor WithBothLosses(
        IRegularizer regularizer, WeightedDiscriminator discriminator, PlayerTurn turn, RegularizerContext context)
    {
        var wasFrozen = networks.Discriminator.IsFrozen;
        networks.Discriminator.Freeze(false);
        var passes = new DiscriminatorPasses(discriminator, context.Labels, samples =>
            _augmenter.Apply(samples, turn.Step, controllers.Current.AugmentationProbability, guard?.Corrections.AugmentationProbability ?? 0));
        var fake = _packing.Pack(Fake(turn.Latents, turn.Batch));
        var logits = new Logits(passes.OutputOnly(context.Real.Samples.detach()).Logits, passes.OutputOnly(fake).Logits);
        var penalty = ReturnedValueCheck.Of(regularizer, regularizer.Penalty(context with
        {
            BothLosses = new(GanLoss(Player.Discriminator, logits), GanLoss(Player.Generator, logits)),
        }));
        networks.Discriminator.Freeze(wasFrozen);
        return penalty;
    }

    private Tensor GanLoss(Player player, Logits logits) => player == Player.Generator
        ? ReturnedValueCheck.Of(options.Loss, nameof(IGanLoss.ForGenerator), options.Loss.ForGenerator(logits))
        : ReturnedValueCheck.Of(options.Loss, nameof(IGanLoss.ForDiscriminator), options.Loss.ForDiscriminator(logits));

    /// <summary>Generated samples without gradients for the generator, whose activations are freed.</summary>
    private Tensor Detached(Tensor latents, Batch batch)
    {
        using var scope = NewDisposeScope();
        var fake = (_isExplicit ? Explicit(latents, batch)?.Samples.detach() : null) ?? Fake(latents, batch);
        return fake.MoveToOuterDisposeScope();
    }

    private GeneratedSamples? Explicit(Tensor latents, Batch batch) =>
        (networks.Generator.Network as IExplicitGenerator)?.Explicit(latents, batch.Labels);

    private Tensor Fake(Tensor latents, Batch batch) => ReturnedValueCheck.Of(networks.Generator.Network, batch.Samples,
        networks.Generator.Network.forward(latents, batch.Labels));

    private Tensor Latents(Batch batch) =>
        randn([batch.Samples.size(0), options.Architecture.LatentSize], generator: random).SentTo(batch.Samples.device);
}
