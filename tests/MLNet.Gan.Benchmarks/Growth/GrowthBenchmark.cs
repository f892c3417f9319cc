using System.Globalization;
using Microsoft.ML;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Growth;

/// <summary>What trainings cost as they grow, in one process: docs/benchmarks/growth.md.</summary>
internal static class GrowthBenchmark
{
    /// <summary>The word for it on the command line.</summary>
    public const string Name = "growth";

    private const int WarmUps = 4;

    /// <summary>Measures and writes the document; <c>--quick</c> the two smallest of each, beside the results.</summary>
    /// <exception cref="SettingsException">There is an option other than that.</exception>
    public static void Run(IReadOnlyList<string> options)
    {
        if (options is not ([] or ["--quick"]))
            throw new SettingsException($"'{string.Join(' ', options)}' is not an option of {Name}: it has --quick only.");

        var isQuick = options.Count > 0;
        var folder = Directory.CreateDirectory(isQuick ? "artifacts/bench" : "docs/benchmarks").FullName;
        Directory.CreateDirectory("artifacts/bench");
        var points = new GrowthCases(new MLContext(seed: 1)).All(isQuick).GroupBy(one => one.Axis).SelectMany(axis =>
        {
            for (var warmUp = 0; warmUp < WarmUps; warmUp++)
                axis.First().Train(new StepClock()); // until hot code is compiled with all optimizations
            return axis.Select(one => Measure(one.Axis, one.Size, one.Train));
        }).ToList();
        var path = Path.Combine(folder, $"{Name}.md");
        File.WriteAllText(path, Document(points, options).ToString());
        Console.WriteLine($"Wrote {path}.");
    }

    private static GrowthPoint Measure(string axis, long size, Action<IProgress<TrainingProgress>> train)
    {
        PeakMemory.Begin();
        var held = PeakMemory.MebiBytes();
        var clock = new StepClock();
        var elapsed = Elapsed.Of(() => train(clock));
        var point = new GrowthPoint(
            axis, size, elapsed.WallSeconds - clock.TotalSeconds, clock.StepMilliseconds, PeakMemory.MebiBytes() - held);
        Console.WriteLine(point);
        return point;
    }

    private static MarkdownWriter Document(List<GrowthPoint> points, IReadOnlyList<string> options) => new MarkdownWriter()
        .Heading(1, "How costs grow")
        .Paragraph("Time and memory of trainings as one of their sizes grows, one thread.")
        .Paragraph($"Written by ./build.sh bench {string.Join(' ', [Name, .. options])}; do not edit.")
        .List(
        [
            $"Commit: {Origin.Commit}", $"Machine: {Origin.Machine}",
            string.Create(CultureInfo.InvariantCulture, $"Date: {DateTime.UtcNow:yyyy-MM-dd} (UTC)"),
        ])
        .Paragraph($"One Fit each with {GrowthCases.Reports} reports, behind {WarmUps} of each kind that warm up; a step is the median of "
            + "the times between reports, without the first three. Around the steps are reading, encoding, the checks and what Fit does at its end. Memory is the process's peak beyond "
            + "what it held before. Factors are those to the line above: a cost is linear where its factor is at most that of the size. A step "
            + "of larger networks and batches grows with the products of their sizes: a width of k times has k² times the products, and an "
            + "image of twice the side four times the pixels and one layer more. Of 10 million rows the memory is mostly that of the mapped file, "
            + "which the system takes back when it needs it.")
        .Table(
            ["what grows", "size", "factor", "ms a step", "factor", "seconds around the steps", "factor", "peak MiB", "factor"],
            [.. points.Select((point, i) => Row(point, i > 0 && points[i - 1].Axis == point.Axis ? points[i - 1] : null))]);

    private static IReadOnlyList<ReportValue> Row(GrowthPoint point, GrowthPoint? before)
    {
        return
        [
            point.Axis,
            point.Size.ToString(CultureInfo.InvariantCulture), Factor(one => one.Size),
            Text($"{point.StepMilliseconds:0.00}"), Factor(one => one.StepMilliseconds),
            Text($"{point.AroundSeconds:0.00}"), Factor(one => one.AroundSeconds),
            Text($"{point.PeakMebiBytes:0}"), Factor(one => one.PeakMebiBytes),
        ];

        string Factor(Func<GrowthPoint, double> cost) => before is null ? "" : Text($"{cost(point) / cost(before):0.0}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
