namespace MLNet.Gan;

/// <summary>All that a discriminator says of a batch.</summary>
/// <param name="Logits">How real each sample looks [N]; higher means "more real".</param>
/// <param name="Features">
/// What the discriminator sees in each sample, before its last layer [N, F]; null where it does not tell.
/// </param>
public sealed record DiscriminatorOutput(Tensor Logits, Tensor? Features = null)
{
    /// <summary>The answers [N, outputs] to the questions that regularizers put, by the name of the head.</summary>
    public IReadOnlyDictionary<string, Tensor> Heads { get; init => field = Check.NotNull(value); } =
        new Dictionary<string, Tensor>();
}
