namespace MLNet.Gan;

/// <summary>The two networks of a GAN.</summary>
[Flags]
public enum Player
{
    /// <summary>The discriminator, or critic.</summary>
    Discriminator = 1,

    /// <summary>The generator.</summary>
    Generator = 2,

    /// <summary>Both networks, each in its own update.</summary>
    Both = Discriminator | Generator,
}
