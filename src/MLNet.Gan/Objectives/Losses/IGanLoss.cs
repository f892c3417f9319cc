namespace MLNet.Gan;

/// <summary>The two objectives of a GAN, as functions of the discriminator's logits.</summary>
/// <remarks>An implementation is an immutable record: its parameters are its identity.</remarks>
public interface IGanLoss : IChoice
{
    /// <summary>
    /// The logits that the loss reads in a player's turn; by default those of real and of generated samples. A generator's
    /// loss without <see cref="Needs.RealLogits"/> saves the discriminator a pass over real samples.
    /// </summary>
    Needs NeedsIn(Player turn) => Needs.Logits;

    /// <summary>The scalar that the discriminator minimizes.</summary>
    Tensor ForDiscriminator(Logits logits);

    /// <summary>The scalar that the generator minimizes.</summary>
    Tensor ForGenerator(Logits logits);
}
