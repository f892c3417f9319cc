namespace MLNet.Gan.Regularizers;

/// <summary>All that a regularizer may look at in one step.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Critic">The discriminator with labels already bound: samples in, logits [N] out.</param>
/// <param name="Real">A batch of the data, and what the discriminator says of it.</param>
/// <param name="Fake">As many generated samples, and what the discriminator says of them.</param>
/// <param name="Random">Where chance comes from, so that equal seeds give equal runs.</param>
public sealed record Round(long Step, Func<Tensor, Tensor> Critic, Judged Real, Judged Fake, Generator Random);
