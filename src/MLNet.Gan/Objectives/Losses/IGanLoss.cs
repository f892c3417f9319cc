namespace MLNet.Gan;

/// <summary>The two objectives of the game, as functions of the discriminator's logits.</summary>
/// <remarks>An implementation is an immutable record: its parameters are its identity.</remarks>
public interface IGanLoss
{
    /// <summary>The scalar that the discriminator minimizes.</summary>
    Tensor ForDiscriminator(Logits logits);

    /// <summary>The scalar that the generator minimizes.</summary>
    Tensor ForGenerator(Logits logits);
}
