namespace MLNet.Gan;

/// <summary>The learning rate below which a discriminator is slower than its generator.</summary>
internal static class RateBalance
{
    /// <summary>The generator's learning rate at a step; 0 where the players have other kinds of optimizers, whose rates cannot be compared.</summary>
    public static double LeastOfDiscriminator(GanOptions options, long step) =>
        options.DiscriminatorOptimizer.GetType() == options.GeneratorOptimizer.GetType() ? options.GeneratorOptimizer.LearningRate.At(step) : 0;

    /// <summary>Whether the discriminator is slower at a step.</summary>
    public static bool IsSlower(GanOptions options, long step) =>
        options.DiscriminatorOptimizer.LearningRate.At(step) < LeastOfDiscriminator(options, step);
}
