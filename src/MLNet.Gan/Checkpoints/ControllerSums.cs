namespace MLNet.Gan;

/// <summary>Sums over all discriminator updates of a run, at the time of an adjustment.</summary>
/// <param name="Sign">The sum of the mean signs of real logits.</param>
/// <param name="Accuracy">The sum of the accuracies.</param>
/// <param name="Updates">The number of updates.</param>
/// <param name="Samples">The number of real samples.</param>
internal readonly record struct ControllerSums(double Sign, double Accuracy, long Updates, long Samples);
