namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>A real data set with two classes, of which one is rare in the training rows.</summary>
/// <param name="Table">The rows, of the classes <see cref="Rare"/> and <see cref="Other"/>.</param>
/// <param name="Name">The class that is rare: of those with at least 40 rows the least frequent.</param>
/// <param name="RareRows">How many training rows it has.</param>
internal sealed record RareTable(RealTable Table, string Name, int RareRows)
{
    public const string Rare = "rare", Other = "other";
    private const int FewestOfClass = 40, FewestForTraining = 15;
    private const double Share = 0.05; // Of the others, in the training rows.

    /// <summary>Reads a data set, and leaves a twentieth as many training rows of the rare class as of the others, or 15.</summary>
    public static RareTable Read(string data, int seed)
    {
        var table = RealTable.Read(data, seed);
        var name = table.Training.Concat(table.Test).CountBy(table.ClassOf).Where(pair => pair.Value >= FewestOfClass)
            .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        string Named(string row) => table.WithClass(row, table.ClassOf(row) == name ? Rare : Other);

        string[] others = [.. table.Training.Where(row => table.ClassOf(row) != name).Select(Named)];
        string[] rare =
        [
            .. table.Training.Where(row => table.ClassOf(row) == name).Select(Named)
                .Take(Math.Max(FewestForTraining, (int)Math.Round(Share * others.Length))),
        ];
        return new(table.With([.. others, .. rare], [.. table.Test.Select(Named)]), name, rare.Length);
    }
}
