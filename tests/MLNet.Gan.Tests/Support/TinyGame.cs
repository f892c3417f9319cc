namespace MLNet.Gan.Tests.Support;

/// <summary>
/// A smooth game in double precision, on equal samples and chance each time: G(z) = tanh(zA + b), features f(x) =
/// tanh(xW), D(x) = f(x)v, two classes answered by f(x)U and four generators by f(x)V.
/// </summary>
internal sealed class TinyGame
{
    private readonly Tensor _hidden = tensor([0.5, -1.2, 0.7, 0.3, 0.9, -0.4]).reshape(2, 3);
    private readonly Tensor _logit = tensor([0.8, -0.6, 1.1]);
    private readonly Tensor _classes = tensor([0.4, -0.9, 1.3, 0.2, -0.7, 0.6]).reshape(3, 2);
    private readonly Tensor _generators =
        tensor([0.9, -0.3, 0.5, -1.0, 0.1, 0.8, -0.6, 0.4, -0.5, 1.2, 0.7, -0.2]).reshape(3, 4);

    private readonly Tensor _map = tensor([0.6, -0.8, 1.4, 0.5]).reshape(2, 2);
    private readonly Tensor _shift = tensor([0.3, -0.2]);

    public IReadOnlyList<Tensor> Parameters(Player player) =>
        player == Player.Generator ? [_map, _shift] : [_hidden, _logit, _classes, _generators];

    /// <summary>A player's turn, in which it alone has gradients, except through the game.</summary>
    public RegularizerContext Context(IRegularizer regularizer, Player turn)
    {
        using var random = new Generator(3);
        var real = randn([5, 2], ScalarType.Float64, generator: random);
        var latents = randn([5, 2], ScalarType.Float64, generator: random);
        Learn(Player.Both);
        var losses = Losses(real, latents);
        if (!regularizer.NeedsIn(turn).HasFlag(Needs.BothLosses))
            Learn(turn);
        var fake = Fakes(latents);
        DiscriminatorPass Pass(Tensor samples, Needs gradients) =>
            DiscriminatorPass.Of(Discriminate, samples, regularizer.NeedsIn(turn).HasFlag(gradients));
        return new(Step: 0, Pass(real, Needs.RealInputGradients), Pass(fake, Needs.FakeInputGradients))
        {
            Turn = turn,
            Own = regularizer.NeedsIn(turn).HasFlag(Needs.OwnInputGradients)
                ? Pass(regularizer.OwnSamples(real, fake.detach(), new Generator(1)), Needs.OwnInputGradients)
                : null,
            Labels = tensor([0L, 1, 1, 0, 1]),
            Latents = latents,
            DiscriminatorParameters = Parameters(Player.Discriminator),
            GeneratorParameters = Parameters(Player.Generator),
            BothLosses = losses,
        };
    }

    private GanLosses Losses(Tensor real, Tensor latents)
    {
        var (loss, logits) = (new NonSaturatingLoss(), new Logits(Critic(real), Critic(Fakes(latents))));
        return new(loss.ForDiscriminator(logits), loss.ForGenerator(logits));
    }

    private void Learn(Player who)
    {
        foreach (var player in new[] { Player.Discriminator, Player.Generator })
            foreach (var parameter in Parameters(player))
                parameter.requires_grad_(who.HasFlag(player));
    }

    private Tensor Fakes(Tensor latents) => (latents.matmul(_map) + _shift).tanh();

    private Tensor Critic(Tensor samples) => Discriminate(samples).Logits;

    private DiscriminatorOutput Discriminate(Tensor samples)
    {
        var features = samples.matmul(_hidden).tanh();
        return new(features.matmul(_logit), features)
        {
            Heads = new Dictionary<string, Tensor>
            {
                ["classes"] = features.matmul(_classes), ["generator"] = features.matmul(_generators),
            },
        };
    }
}
