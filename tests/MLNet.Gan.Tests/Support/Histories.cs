namespace MLNet.Gan.Tests.Support;

/// <summary>Histories of runs for monitors, made by hand.</summary>
internal static class Histories
{
    /// <summary>A report of a run in which nothing is wrong.</summary>
    public static StepReport Sound(long step) => new(step, 1, 1, 0.5, -0.5, 1, 1)
    {
        Accuracy = 0.7, DiscriminatorWeightNorm = 10, GeneratorWeightNorm = 10,
    };

    /// <summary>A comparison of samples in which nothing is wrong.</summary>
    public static SampleStatistics Samples => new()
    {
        Diversity = 1, Coverage = 0.9, Precision = 0.9, DuplicateShare = 0.01, Scale = 1, TrainingLogit = 0.5, GeneratedLogit = -0.5,
    };

    /// <summary>Reports at steps 100, 200, …, each with a comparison.</summary>
    public static RunHistory Compared(params IEnumerable<SampleStatistics> samples) =>
        Of(samples.Select((one, i) => Sound(100 * (i + 1)) with { Samples = one }));

    /// <summary>Reports at steps 100, 200, … that are changed from a sound one.</summary>
    public static RunHistory Reports(int count, Func<StepReport, StepReport> change) =>
        Of(Enumerable.Range(1, count).Select(i => change(Sound(100 * i))));

    /// <summary>A history without scores.</summary>
    public static RunHistory Of(params IEnumerable<StepReport> reports) => new([.. reports], []);

    /// <summary>Asks a monitor twice, which must answer the same.</summary>
    public static Finding? Asked(this IMonitor monitor, RunHistory history)
    {
        var finding = monitor.Observe(history);
        Assert.AreEqual(finding, monitor.Observe(history), "the monitor is not a pure function");
        return finding;
    }

    /// <summary>Names with a capital letter inside of advice are of the library: types, options and their members.</summary>
    public static void AssertNamesExist(string advice)
    {
        var types = typeof(GanOptions).Assembly.GetTypes().Concat(typeof(Finding).Assembly.GetTypes()).Where(type => type.IsPublic).ToArray();
        var known = types.Select(type => type.Name).Concat(types.SelectMany(type => type.GetMembers()).Select(member => member.Name)).ToHashSet();
        var names = System.Text.RegularExpressions.Regex.Matches(advice, @"\b[A-Z][a-z0-9]+([A-Z][A-Za-z0-9]*)+\b|(?<=[a-z,] )[A-Z][a-z]+\b")
            .Select(match => match.Value).Where(name => name != "Adam's").ToArray();
        Assert.IsNotEmpty(names, advice);
        foreach (var name in names)
            Assert.Contains(name, known, advice);
        Assert.EndsWith(".", advice);
    }
}
