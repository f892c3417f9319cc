namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>A way to train: a loss and what is to keep it stable.</summary>
internal sealed record Variant(string Loss, string Stabilizer, GanOptions Options)
{
    public string Name => $"{Loss}, {Stabilizer}";
}
