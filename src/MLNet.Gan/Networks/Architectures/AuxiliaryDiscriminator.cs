namespace MLNet.Gan;

/// <summary>A second opinion: a discriminator beside the architecture's own, which may look at a coarser picture.</summary>
/// <remarks>
/// It plays the same game, with the same loss and regularizers; its losses are weighted in for both players (as the
/// discriminators at several scales of Wang et al., 2018, sec. 3.2).
/// </remarks>
public sealed record AuxiliaryDiscriminator
{
    /// <summary>The family whose discriminator is used; null, the default, for the options' own.</summary>
    public IArchitecture? Architecture { get; init; }

    /// <summary>
    /// How many pixels in each direction are averaged to one, at least 1; it must divide the sides. Default 2; vectors
    /// need 1.
    /// </summary>
    public int Downsampling { get; init => field = Check.Positive(value); } = 2;

    /// <summary>How much its losses count beside those of the main discriminator, greater than 0; default 1.</summary>
    public double Weight { get; init => field = Check.Positive(value); } = 1;
}
