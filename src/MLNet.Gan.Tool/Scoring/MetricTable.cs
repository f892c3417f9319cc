using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>The metrics by the names that the command line knows. The one place to add another.</summary>
internal static class MetricTable
{
    private static readonly Dictionary<string, Func<IMetric>> Known = new()
    {
        ["fid"] = () => new FrechetInceptionDistance(),
        ["fid-infinity"] = () => new FrechetInfinity(),
        ["kid"] = () => new KernelInceptionDistance(),
        ["is"] = () => new InceptionScore(),
        ["pr"] = () => new PrecisionRecall(),
        ["dc"] = () => new DensityCoverage(),
        ["realism"] = () => new Realism(),
        ["diversity"] = () => new Diversity(),
        ["memorization"] = () => new NearestNeighbor(),
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The first name of a list that is not known; null when all are.</summary>
    public static string? Unknown(string names) => Split(names).FirstOrDefault(name => !Known.ContainsKey(name));

    /// <summary>The metrics of a list, each once.</summary>
    public static IReadOnlyList<IMetric> Parse(string names) =>
        [.. Split(names).Distinct().Select(name => Known[name]())];

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);
}
