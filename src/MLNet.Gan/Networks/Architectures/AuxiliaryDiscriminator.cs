namespace MLNet.Gan;

/// <summary>An additional discriminator, optionally of downsampled images.</summary>
/// <remarks>
/// It is trained with the same loss and regularizers; its weighted losses are added for both players (as those of the
/// discriminators at several scales of Wang et al., 2018, sec. 3.2).
/// </remarks>
public sealed record AuxiliaryDiscriminator : IChoice
{
    /// <summary>The architecture whose discriminator is used; null (default) for the options' architecture.</summary>
    public IArchitecture? Architecture { get; init; }

    /// <summary>
    /// The factor by which average pooling divides height and width, at least 1; it must divide both. Default 2;
    /// vectors need 1.
    /// </summary>
    public int Downsampling { get; init => field = Check.Positive(value); } = 2;

    /// <summary>The weight of its losses, where the main discriminator's have 1; greater than 0, default 1.</summary>
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
