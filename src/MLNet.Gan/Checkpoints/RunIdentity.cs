namespace MLNet.Gan;

/// <summary>What decides the results of a run: two runs of equal identity are equal bit for bit.</summary>
/// <param name="Options">The options but for the number of steps, a line each: <c>Name = value</c>.</param>
/// <param name="Data">The number of rows and the SHA-256 of the samples and labels.</param>
/// <param name="WarmStart">The SHA-256 of the checkpoint whose networks the run began with; "" for new networks.</param>
internal sealed record RunIdentity(string Options, string Data, string WarmStart)
{
    /// <summary>Says in what another run differs, as a list in words; empty when it does not.</summary>
    public IReadOnlyList<string> DifferencesFrom(RunIdentity other)
    {
        var (mine, theirs) = (Lines(Options), Lines(other.Options));
        return
        [
            .. mine.Keys.Union(theirs.Keys).Where(name => mine.GetValueOrDefault(name) != theirs.GetValueOrDefault(name))
                .Select(name => $"{name} was {theirs.GetValueOrDefault(name, "unknown")}, and is {mine.GetValueOrDefault(name, "unknown")}"),
            .. Data == other.Data ? (string[])[] : [$"the data were {other.Data}, and are {Data}"],
            .. WarmStart == other.WarmStart ? (string[])[]
                : [$"it began with {Start(other.WarmStart)}, and this run would with {Start(WarmStart)}"],
        ];
    }

    private static string Start(string warmStart) =>
        warmStart.Length == 0 ? "new networks" : $"the networks of checkpoint {warmStart[..8]}";

    private static Dictionary<string, string> Lines(string options) =>
        options.Split('\n').Select(line => line.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
}
