namespace MLNet.Gan;

/// <summary>The losses of both players on one batch, with the graphs of both.</summary>
/// <param name="DiscriminatorLoss">The scalar that the discriminator minimizes.</param>
/// <param name="GeneratorLoss">The scalar that the generator minimizes.</param>
public sealed record GanLosses(Tensor DiscriminatorLoss, Tensor GeneratorLoss);
