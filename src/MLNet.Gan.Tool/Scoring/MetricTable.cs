using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>The metrics by their names on the command line. Add a new one here.</summary>
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

    /// <summary>Returns the first unknown name of a list; null if all are known.</summary>
    public static string? Unknown(string names) => Split(names).FirstOrDefault(name => !Known.ContainsKey(name));

    /// <summary>Returns the metrics of a list, each once.</summary>
    public static IReadOnlyList<IMetric> Parse(string names) =>
        [.. Split(names).Distinct().Select(name => Known[name]())];

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);
}
