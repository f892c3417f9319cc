namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>A stabilizer whose price is asked.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="With">Options with it, from those without.</param>
internal sealed record CostVariant(string Name, Func<GanOptions, GanOptions> With)
{
    /// <summary>What it is compared with, from the plain step; null for that itself.</summary>
    public Func<GanOptions, GanOptions>? Without { get; init; }

    public bool IsAgainstPlain => Without is null;
}
