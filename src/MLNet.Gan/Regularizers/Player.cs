namespace MLNet.Gan.Regularizers;

/// <summary>The two sides of the game.</summary>
public enum Player
{
    /// <summary>Tells real from fake.</summary>
    Discriminator,

    /// <summary>Makes fakes.</summary>
    Generator,
}
