using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>The networks that have a name. The one place to add another.</summary>
internal static class NetworkTable
{
    private static readonly Dictionary<string, Func<NetworkRequest, IImageScorer>> Named = new()
    {
        ["inception"] = request =>
            InceptionScorer.Open(request, InceptionCache.OfUser.Find(InceptionModel.Canonical), withLogits: true),
        ["offline"] = request =>
            InceptionScorer.Open(request, InceptionCache.OfUser.Find(InceptionModel.Offline), withLogits: false),
    };

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>Opens a network by its name or its path; without one the network that was imported.</summary>
    /// <exception cref="FormatException">There is no such network.</exception>
    /// <exception cref="FileNotFoundException">It was not imported yet.</exception>
    public static IImageScorer Open(NetworkRequest request) => request.Network switch
    {
        null => Imported(request, InceptionCache.OfUser.Find()),
        var name when Named.TryGetValue(name, out var open) => open(request),
        var path when File.Exists(path) => new OnnxScorer(path, request.Threads),
        var other => throw new FormatException(
            $"There is no network '{other}': it is neither a file nor one of {string.Join(", ", Names)}."),
    };

    private static InceptionScorer Imported(NetworkRequest request, string path) => InceptionScorer.Open(
        request, path, withLogits: Path.GetFileName(path).StartsWith("inception-", StringComparison.Ordinal));
}
