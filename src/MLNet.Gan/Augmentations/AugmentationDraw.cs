namespace MLNet.Gan;

/// <summary>The arguments of one application of an augmentation.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Probability">The share of samples to change, from 0 to 1; the others stay unchanged.</param>
/// <param name="Random">The random number generator; equal seeds give equal runs.</param>
public sealed record AugmentationDraw(long Step, double Probability, Generator Random);
