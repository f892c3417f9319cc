namespace MLNet.Gan.Layers;

/// <summary>The part of a growing network that is in use.</summary>
/// <param name="Top">The highest level that the network has.</param>
/// <param name="Level">The highest level in use.</param>
/// <param name="Alpha">The weight α of that level; the level below it has 1 − α.</param>
internal sealed record Growth(int Top, int Level, double Alpha)
{
    /// <summary>Returns the growth of the whole network.</summary>
    public static Growth Full(int top) => new(top, top, 1);

    /// <summary>Whether two levels are blended.</summary>
    public bool IsFading => Level > 0 && Alpha < 1;

    /// <summary>The number of doublings from the size of the level in use to the full size.</summary>
    public int Doublings => Top - Level;

    /// <summary>Returns the growth of the same network in a phase.</summary>
    public Growth To(Phase phase) =>
        phase.Level < 0 || phase.Level > Top
            ? throw new ArgumentOutOfRangeException(
                nameof(phase), phase,
                $"The networks have levels 0 to {Top}, so they cannot grow to level {phase.Level}.")
        : phase.Alpha is >= 0 and <= 1 ? this with { Level = phase.Level, Alpha = phase.Alpha }
        : throw new ArgumentOutOfRangeException(nameof(phase), phase, "Alpha must be between 0 and 1.");

    /// <summary>Returns older · (1 − α) + newer · α.</summary>
    public Tensor Blend(Tensor older, Tensor newer) => (1 - Alpha).Times(older).Plus(Alpha.Times(newer));
}
