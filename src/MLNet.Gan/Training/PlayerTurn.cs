namespace MLNet.Gan;

/// <summary>The inputs of one player's loss.</summary>
/// <param name="Player">The player whose turn it is.</param>
/// <param name="Step">The step, from 0.</param>
/// <param name="Batch">The real samples.</param>
/// <param name="Latents">The latents [N, latent size] of the generated samples.</param>
/// <param name="Fake">The generated samples, with a graph in the generator's turn.</param>
internal sealed record PlayerTurn(Player Player, long Step, Batch Batch, Tensor Latents, Tensor Fake)
{
    /// <summary>The substitute of the discriminators' parameters; null for the parameters themselves.</summary>
    public ParameterSubstitution? Ahead { get; init; }
}
