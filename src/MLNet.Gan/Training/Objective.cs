namespace MLNet.Gan;

/// <summary>A player's loss, and the passes of the main discriminator that it was computed from.</summary>
/// <param name="Loss">The scalar to minimize, with its graph.</param>
/// <param name="Real">The pass over real samples.</param>
/// <param name="Fake">The pass over generated samples.</param>
internal sealed record Objective(Tensor Loss, DiscriminatorPass Real, DiscriminatorPass Fake)
{
    /// <summary>What goes on with the loss's derivatives where its graph ends.</summary>
    public IReadOnlyList<Action> Behind { get; init; } = [];

    /// <summary>Adds the loss's gradients to those of the parameters.</summary>
    public void Backward()
    {
        Loss.backward();
        foreach (var part in Behind)
            part();
    }
}
