namespace MLNet.Gan;

/// <summary>
/// Lets the generator answer the discriminator of some updates ahead (unrolled GAN, Metz et al., 2017).
/// </summary>
/// <remarks>
/// Before each of the generator's updates the discriminator is trained on by itself; after it, discriminator and
/// optimizer are put back, bit for bit.
/// </remarks>
public sealed record Unrolling : IChoice
{
    /// <summary>The number of updates ahead, at least 1; default 5.</summary>
    public int Steps { get; init => field = Check.Positive(value); } = 5;

    /// <summary>
    /// Whether the generator's gradient goes through those updates too (eq. 8 of the paper, with both terms), which
    /// only <see cref="Mlp"/> can; default false, the first term alone.
    /// </summary>
    public bool IsDifferentiated { get; init; }

    /// <summary>
    /// The step size of updates that are differentiated, which are plain gradient steps; greater than 0, default 0.1.
    /// </summary>
    public double LearningRate { get; init => field = Check.Positive(value); } = 0.1;
}
