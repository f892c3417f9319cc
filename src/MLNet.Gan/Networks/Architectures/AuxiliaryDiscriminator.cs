namespace MLNet.Gan;

/// <summary>A second opinion: a discriminator beside the architecture's own, which may look at a coarser picture.</summary>
/// <remarks>
/// It plays the same game, with the same loss and regularizers; its losses are weighted in for both players (as the
/// discriminators at several scales of Wang et al., 2018, sec. 3.2).
/// </remarks>
public sealed record AuxiliaryDiscriminator : IChoice
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

    IEnumerable<object?> IChoice.Parts => [Architecture];

    IEnumerable<string> IChoice.Problems(GanSetup setup)
    {
        var shape = setup.Shape;
        if (Downsampling > 1 && (!shape.IsImage || shape.Height % Downsampling != 0 || shape.Width % Downsampling != 0))
            yield return $"AuxiliaryDiscriminators has one with a {nameof(Downsampling)} of {Downsampling}, which does not "
                + $"divide the sides of {shape}. Choose 1, or a divisor of both sides of an image.";
        else if (Downsampling > 1 && setup.Choices.OfType<IGrowingArchitecture>().FirstOrDefault() is { } growing
            && (Architecture ?? growing) is IGrowingArchitecture grows)
            yield return $"AuxiliaryDiscriminators has one with a {nameof(Downsampling)} of {Downsampling}, but "
                + $"{grows.GetType().Name} grows, and at another size it cannot grow in step. Choose 1, or give it an "
                + "Architecture of one size.";
    }
}
