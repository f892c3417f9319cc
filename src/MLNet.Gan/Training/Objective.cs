namespace MLNet.Gan;

/// <summary>A player's loss, and the passes of the main discriminator that it was computed from.</summary>
/// <param name="Loss">The scalar to minimize, with its graph.</param>
/// <param name="Real">The pass over real samples.</param>
/// <param name="Fake">The pass over generated samples.</param>
internal sealed record Objective(Tensor Loss, DiscriminatorPass Real, DiscriminatorPass Fake);
