namespace MLNet.Gan;

/// <summary>The options of a GAN for a table, with what depends on its rows.</summary>
internal static class TabularGame
{
    private const int Passes = 150, FewestSteps = 1000, MostSteps = 8000;

    /// <summary>Returns the options.</summary>
    /// <param name="options">The user's.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="samples">The rows that are there, of which half make the largest batch.</param>
    /// <param name="rows">The rows of the whole table, by which the number of steps goes.</param>
    /// <exception cref="InvalidOperationException">There are fewer samples than the discriminator sees at once.</exception>
    public static GanOptions Of(TabularGanOptions options, TabularNetworks networks, long samples, long rows)
    {
        var batch = (int)Math.Max(1, Math.Min(options.BatchSize, samples / 2) / options.Packing) * options.Packing;
        if (batch > samples)
            throw new InvalidOperationException(
                $"The table has {Counted.Of(samples, "row")}, but {nameof(TabularGanOptions.Packing)} is {options.Packing}: the discriminator sees so many at once. "
                    + "Use more rows, or less packing.");
        var steps = options.Steps ?? (int)Math.Clamp(Passes * rows / batch, FewestSteps, MostSteps);
        return new()
        {
            Shape = SampleShape.Vector(networks.Layout.Width + networks.Layout.ConditionSize()),
            Architecture = networks, Loss = options.Loss, Regularizers = options.Regularizers, Packing = options.Packing,
            Optimizer = new Adam { LearningRate = Schedule.Linear(options.LearningRate, options.LearningRate / 20, steps) },
            BatchSize = batch, Steps = steps, Seed = options.Seed,
        };
    }
}
