namespace MLNet.Gan;

/// <summary>What a regularizer computes its term from, in one player's turn and for one discriminator.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Real">A batch of the data, and what the discriminator computed of it.</param>
/// <param name="Fake">As many generated samples, and what the discriminator computed of them.</param>
public sealed record RegularizerContext(long Step, DiscriminatorPass Real, DiscriminatorPass Fake)
{
    /// <summary>Whose turn it is; default the discriminator's.</summary>
    public Player Turn { get; init; } = Player.Discriminator;

    /// <summary>The regularizer's own samples; null without <see cref="Needs.OwnInputGradients"/>.</summary>
    public DiscriminatorPass? Own { get; init; }

    /// <summary>The classes of the real samples, and of the fakes [N]; null without classes.</summary>
    public Tensor? Labels { get; init; }

    /// <summary>The latents that the fakes were generated from [N, latent size]; null where a test has none.</summary>
    public Tensor? Latents { get; init; }

    /// <summary>The parameters of the discriminator.</summary>
    public IReadOnlyList<Tensor> DiscriminatorParameters { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The parameters of the generator.</summary>
    public IReadOnlyList<Tensor> GeneratorParameters { get; init => field = Check.NotNull(value); } = [];

    /// <summary>
    /// Both losses, without regularizers, with graphs to both players' parameters; null without
    /// <see cref="Needs.BothLosses"/>.
    /// </summary>
    public GanLosses? BothLosses { get; init; }

    /// <summary>The parameters of the player whose turn it is.</summary>
    public IReadOnlyList<Tensor> Parameters =>
        Turn == Player.Generator ? GeneratorParameters : DiscriminatorParameters;
}
