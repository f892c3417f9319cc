namespace MLNet.Gan;

/// <summary>The discriminator's logits of a batch: higher means "more real".</summary>
/// <param name="real">The logits of real samples [N]; null where the loss does not need them.</param>
/// <param name="fake">The logits of generated samples [N].</param>
public sealed class Logits(Tensor? real, Tensor fake)
{
    /// <summary>The logits of real samples [N].</summary>
    /// <exception cref="InvalidOperationException">The loss declared that it does not need them.</exception>
    public Tensor Real => real ?? throw new InvalidOperationException(
        "The loss reads the logits of real samples, but its NeedsIn leaves them out in this player's turn. Return "
            + "Needs.Logits there.");

    /// <summary>The logits of generated samples [N]; sample i carries the label of real sample i.</summary>
    public Tensor Fake => fake;
}
