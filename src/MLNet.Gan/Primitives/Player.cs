namespace MLNet.Gan;

/// <summary>The two sides of the game.</summary>
[Flags]
public enum Player
{
    /// <summary>Tells real from fake.</summary>
    Discriminator = 1,

    /// <summary>Makes fakes.</summary>
    Generator = 2,

    /// <summary>Each in its turn.</summary>
    Both = Discriminator | Generator,
}
