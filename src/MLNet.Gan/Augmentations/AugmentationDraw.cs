namespace MLNet.Gan;

/// <summary>The circumstances of one augmentation.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Probability">The share of samples to change, from 0 to 1; the others stay as they are.</param>
/// <param name="Random">Where chance comes from, so that equal seeds give equal runs.</param>
public sealed record AugmentationDraw(long Step, double Probability, Generator Random);
