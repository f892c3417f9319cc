namespace MLNet.Gan;

/// <summary>What a controller sees: means over all discriminator updates since its last look.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Samples">The real samples seen since the last look.</param>
/// <param name="RealSign">
/// The mean sign of the logits of real samples, in [−1, 1]: near 1 where the discriminator knows its training data by
/// heart (Karras et al., 2020a, eq. 1).
/// </param>
/// <param name="Accuracy">
/// The share of pairs in which the real sample has the higher logit, in [0, 1]; 0.5 where the discriminator guesses.
/// It has a meaning for critics without a zero, too.
/// </param>
/// <param name="Reports">All reports so far, the latest last.</param>
public sealed record ControllerInput(
    long Step, long Samples, double RealSign, double Accuracy, IReadOnlyList<StepReport> Reports);
