namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>The names of the scores in the kept results.</summary>
internal static class MixtureScores
{
    public const string Modes = "modes";
    public const string HighQuality = "high quality";
    public const string Divergence = "KL";
}
