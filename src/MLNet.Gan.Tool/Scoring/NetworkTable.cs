using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>The networks by their names on the command line. Add a new one here.</summary>
internal static class NetworkTable
{
    /// <summary>The name of the network of FID's definition, the default.</summary>
    public const string Inception = "inception";

    private static readonly Dictionary<string, Func<NetworkRequest, IImageScorer>> Named = new()
    {
        [Inception] = request => InceptionScorer.Open(request, weights: null),
        ["resnet18"] = ResNet18Scorer.Open,
    };

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>Opens a network by its name or its path; without one the Inception network.</summary>
    /// <exception cref="FormatException">There is no such network.</exception>
    /// <exception cref="FileNotFoundException">It was not imported or downloaded yet.</exception>
    public static IImageScorer Open(NetworkRequest request) => (request.Network ?? Inception) switch
    {
        var name when Named.TryGetValue(name, out var open) => open(request),
        var imported when InceptionCache.OfUser.Named(imported) is { } file => InceptionScorer.Open(request, file),
        var path when File.Exists(path) && InceptionModel.IsAt(path) => InceptionScorer.Open(request, path),
        var path when File.Exists(path) => new OnnxScorer(path, request.Threads, request.Output),
        var other => throw new FormatException(
            $"There is no network '{other}': it is neither a file nor one of {string.Join(", ", Names)}"
                + $"{string.Concat(InceptionCache.OfUser.Names.Select(name => $", {name}"))}."),
    };
}
