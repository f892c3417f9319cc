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
            .. mine.Keys.Union(theirs.Keys)
                .Where(name => mine.GetValueOrDefault(name) != theirs.GetValueOrDefault(name) && !IsPartOfOne(name, mine, theirs))
                .Select(name => $"{name} was {theirs.GetValueOrDefault(name, "unknown")}, and is {mine.GetValueOrDefault(name, "unknown")}"),
            .. Data == other.Data ? (string[])[] : [$"the data were {other.Data}, and are {Data}"],
            .. WarmStart == other.WarmStart ? (string[])[]
                : [$"it began with {Start(other.WarmStart)}, and this run would with {Start(WarmStart)}"],
        ];
    }

    private static string Start(string warmStart) =>
        warmStart.Length == 0 ? "new networks" : $"the networks of checkpoint {warmStart[..8]}";

    /// <summary>Whether only one run has an option of scoring or a guard, so that naming these says enough.</summary>
    private static bool IsPartOfOne(string name, Dictionary<string, string> mine, Dictionary<string, string> theirs) =>
        name.Contains('.', StringComparison.Ordinal) && mine.ContainsKey(name) != theirs.ContainsKey(name)
            && mine.GetValueOrDefault(Whole(name)) != theirs.GetValueOrDefault(Whole(name));

    private static string Whole(string name) => name.Split('.')[0];

    /// <summary>The options by name; those with a dot are parts of one that is on.</summary>
    private static Dictionary<string, string> Lines(string options)
    {
        var lines = options.Split('\n').Select(line => line.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
        foreach (var whole in lines.Keys.Where(name => name.Contains('.', StringComparison.Ordinal)).Select(Whole).Distinct().ToList())
            lines.TryAdd(whole, "on");
        return lines;
    }
}
