namespace MLNet.Gan;

/// <summary>All that a regularizer may look at in one player's turn.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Critic">The discriminator with labels already bound: samples in, logits [N] out.</param>
/// <param name="Real">A batch of the data, and what the discriminator says of it.</param>
/// <param name="Fake">As many generated samples, and what the discriminator says of them.</param>
/// <param name="Random">Where chance comes from, so that equal seeds give equal runs.</param>
public sealed record RegularizerContext(long Step, Func<Tensor, Tensor> Critic, DiscriminatorPass Real, DiscriminatorPass Fake, Generator Random)
{
    /// <summary>Whose turn it is; default the discriminator's.</summary>
    public Player Turn { get; init; } = Player.Discriminator;

    /// <summary>The classes of the real samples, and of the fakes [N]; null without classes.</summary>
    public Tensor? Labels { get; init; }

    /// <summary>What the fakes were made from [N, latent size]; null where nothing needs it.</summary>
    public Tensor? Latents { get; init; }

    /// <summary>The parameters of each player.</summary>
    public Func<Player, IReadOnlyList<Tensor>> Parameters { get; init => field = Check.NotNull(value); } = _ => [];

    /// <summary>
    /// Both losses, without regularizers, as functions of both players' parameters; for a regularizer that says it
    /// needs the <see cref="Needs.BothLosses"/>.
    /// </summary>
    public Func<GanLosses>? BothLosses { get; init; }

    /// <summary>Other samples [N, …], and what the discriminator says of them; by default its logits alone.</summary>
    public Func<Tensor, DiscriminatorPass> At
    {
        get => field ??= samples => new(others => new(Critic(others)), samples);
        init => field = Check.NotNull(value);
    }
}
