namespace MLNet.Gan;

/// <summary>
/// The unrolling of the discriminator (unrolled GAN, Metz et al., 2017): the generator minimizes its loss against the
/// discriminator after further updates.
/// </summary>
/// <remarks>
/// Before each update of the generator the discriminator is updated alone; after it, discriminator and optimizer are
/// restored bit for bit.
/// </remarks>
public sealed record Unrolling : IChoice
{
    /// <summary>The number of further updates, at least 1; default 5.</summary>
    public int Steps { get; init => field = Check.Positive(value); } = 5;

    /// <summary>
    /// Whether the generator's gradient flows through those updates (eq. 8 of the paper, with both terms), which
    /// only <see cref="Mlp"/> supports; default false, the first term alone.
    /// </summary>
    public bool IsDifferentiated { get; init; }

    /// <summary>
    /// The step size of updates that are differentiated, which are plain gradient steps; greater than 0, default 0.1.
    /// </summary>
    public double LearningRate { get; init => field = Check.Positive(value); } = 0.1;

    IEnumerable<string> IChoice.Problems(GanSetup setup) =>
        from regularizer in setup.Choices.OfType<IRegularizer>()
        where IsDifferentiated && (regularizer.NeedsIn(Player.Discriminator) | regularizer.NeedsIn(Player.Generator))
            .HasFlag(Needs.BothLosses)
        select $"Unrolling.{nameof(IsDifferentiated)} is true, but {regularizer} computes its gradient from both losses, through "
            + $"which updates cannot be differentiated. Set {nameof(IsDifferentiated)} to false, or leave the regularizer out.";
}
