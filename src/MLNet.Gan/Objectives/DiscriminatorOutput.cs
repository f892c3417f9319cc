namespace MLNet.Gan;

/// <summary>The output of a discriminator for a batch.</summary>
/// <param name="Logits">The logits [N]; higher means "more real".</param>
/// <param name="Features">
/// The input of the last layer [N, F]; null from a discriminator that does not return it.
/// </param>
public sealed record DiscriminatorOutput(Tensor Logits, Tensor? Features = null)
{
    /// <summary>The outputs [N, outputs] of the heads that regularizers need, by the name of the head.</summary>
    public IReadOnlyDictionary<string, Tensor> Heads { get; init => field = Check.NotNull(value); } =
        new Dictionary<string, Tensor>();
}
