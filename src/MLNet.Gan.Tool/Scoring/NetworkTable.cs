namespace MLNet.Gan.Tool.Scoring;

/// <summary>The networks that have a name. The one place to add another.</summary>
internal static class NetworkTable
{
    private static readonly Dictionary<string, Func<NetworkRequest, IImageScorer>> Named = new()
    {
        ["inception"] = _ => throw Missing("inception"),
        ["offline"] = _ => throw Missing("offline"),
    };

    /// <summary>Opens a network by its name or its path.</summary>
    /// <exception cref="FormatException">There is no such network.</exception>
    public static IImageScorer Open(NetworkRequest request) => request.Network switch
    {
        null => throw new FormatException("Images need a network that judges them; name one with --network."),
        var name when Named.TryGetValue(name, out var open) => open(request),
        var path when File.Exists(path) => new OnnxScorer(path, request.Threads),
        var other => throw new FormatException(
            $"There is no network '{other}': it is neither a file nor one of {string.Join(", ", Named.Keys)}."),
    };

    private static FormatException Missing(string name) =>
        new($"The network '{name}' is not part of this build. Name an ONNX file with --network.");
}
