namespace MLNet.Gan;

/// <summary>The input of a controller: means over all discriminator updates since the last adjustment.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Samples">The number of real samples seen since the last adjustment.</param>
/// <param name="RealSign">
/// The mean sign of the logits of real samples, in [−1, 1]: near 1 when the discriminator overfits (Karras et al.,
/// 2020a, eq. 1).
/// </param>
/// <param name="Accuracy">
/// The share of pairs in which the real sample has the higher logit, in [0, 1]; 0.5 for random logits. It is defined
/// for critics, whose logits have no zero, too.
/// </param>
/// <param name="Reports">All reports so far, the latest one last.</param>
public sealed record ControllerInput(
    long Step, long Samples, double RealSign, double Accuracy, IReadOnlyList<StepReport> Reports);
