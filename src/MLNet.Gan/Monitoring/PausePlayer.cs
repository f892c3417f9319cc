namespace MLNet.Gan;

/// <summary>Stops the updates of one player for some steps, in which the other one catches up.</summary>
public sealed record PausePlayer : IReaction
{
    /// <summary>The player; default the discriminator.</summary>
    public Player Player
    {
        get;
        init => field = value is Player.Discriminator or Player.Generator ? value
            : throw Check.OutOfRange(nameof(Player), value, "one of the two players");
    } = Player.Discriminator;

    /// <summary>The number of steps, at least 1; default 50.</summary>
    public int Steps { get; init => field = Check.Positive(value); } = 50;

    /// <inheritdoc/>
    public TrainingCorrections Apply(TrainingCorrections corrections, long step)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        var until = (int)step + Steps;
        return Player == Player.Discriminator
            ? corrections with { DiscriminatorPausedUntil = until }
            : corrections with { GeneratorPausedUntil = until };
    }
}
