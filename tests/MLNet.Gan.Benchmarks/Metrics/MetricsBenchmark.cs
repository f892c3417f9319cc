using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>What metrics cost, in one process: docs/benchmarks/metrics.md.</summary>
internal static class MetricsBenchmark
{
    /// <summary>The word for it on the command line.</summary>
    public const string Name = "metrics";

    private const int Turns = 5;

    /// <summary>The metrics whose time and memory are measured at full size: a new one needs a line here.</summary>
    private static readonly IReadOnlyList<IMetric> Metrics =
    [
        new FrechetInceptionDistance(),
        new KernelInceptionDistance(),
        new PrecisionRecall(),
        new DensityCoverage(),
        new Diversity(),
        new NearestNeighbor(),
    ];

    /// <summary>Measures and writes the document; <c>--quick</c> at a tenth of the size, beside the results.</summary>
    /// <exception cref="SettingsException">There is an option other than that.</exception>
    public static void Run(IReadOnlyList<string> options)
    {
        if (options is not ([] or ["--quick"]))
            throw new SettingsException(
                $"'{string.Join(' ', options)}' is not an option of {Name}: it has --quick only.");

        var isQuick = options.Count > 0;
        var (rows, columns) = isQuick ? (1000, 256) : (10_000, 2048);
        var folder = Directory.CreateDirectory(isQuick ? "artifacts/bench" : "docs/benchmarks").FullName;
        var races = MetricRace.Run(Turns, rows, columns);
        var times = MetricTime.Of(Metrics, rows, columns);
        var (turns, batches) = isQuick ? (2, 1) : (Turns, 8);
        var inception = InceptionRace.Run(turns, batches); // Behind the metrics, whose memory it would add to.
        var document = new MarkdownWriter()
            .Heading(1, "What metrics cost")
            .Paragraph(
                "Time and memory of the metrics, the heavy ones compared with SciPy, NumPy and torch.linalg, and Inception compared with PyTorch.")
            .Paragraph($"Written by ./build.sh bench {string.Join(' ', [Name, .. options])}; do not edit.")
            .List(
            [
                $"Commit: {Origin.Commit}", $"Machine: {Origin.Machine}",
                Text($"Date: {DateTime.UtcNow:yyyy-MM-dd} (UTC)"),
            ])
            .Heading(2, "Compared with others");
        document = races is null
            ? document.Paragraph("There was no /usr/bin/python3 with python3-scipy to compare with.")
            : MetricRace.AddTo(document, races);
        document = document
            .Heading(2, Text($"{rows} × {rows} samples of {columns} features"))
            .Paragraph("Once each. Memory is the process's peak, with the features and moments of both sides in it.")
            .Table(["metric", "seconds", "processor seconds", "peak MiB"], [.. times.Select(Row)])
            .Heading(2, "Images through Inception");
        document = inception is null
            ? document.Paragraph("There was no /usr/bin/python3 with python3-torchvision to compare with.")
            : Table(document, inception, batches * InceptionRace.BatchSize);
        var path = Path.Combine(folder, $"{Name}.md");
        File.WriteAllText(path, document.ToString());
        Console.WriteLine($"Wrote {path}.");
    }

    private static MarkdownWriter Table(MarkdownWriter document, InceptionRace race, int images) => document
        .Paragraph("The 2048 features of images of 3 × 299 × 299 bytes by the network of FID, with synthetic weights, in "
            + $"batches of {InceptionRace.BatchSize}: {nameof(InceptionNetwork)} compared with the same network in eager "
            + $"{race.Versions}, without gradients. Waiting threads sleep early on both sides. The features differed "
            + Text($"by {race.Difference:0.#e+0} of their range at most."))
        .Paragraph($"Medians of {race.Turns.Values.First().Count} turns, in which each ran {images} images once. A "
            + "ratio is the median of the turns' ratios, with its quartiles in brackets; above 1 ours is faster, or "
            + "needs less of the processor.")
        .Table(
            ["threads", "images/s", "PyTorch's", "ratio", "processor ms an image", "PyTorch's", "ratio"],
            [.. race.Turns.Select(turns => Row(turns.Key, turns.Value))]);

    private static IReadOnlyList<ReportValue> Row(int threads, IReadOnlyList<Turn> turns) =>
    [
        threads,
        Spread.Median(turns.Select(turn => 1 / turn.Ours.WallSeconds)),
        Spread.Median(turns.Select(turn => 1 / turn.Theirs.WallSeconds)),
        Spread.Ratio(turns.Select(turn => turn.Theirs.WallSeconds / turn.Ours.WallSeconds)),
        Spread.Median(turns.Select(turn => 1e3 * turn.Ours.CpuSeconds)),
        Spread.Median(turns.Select(turn => 1e3 * turn.Theirs.CpuSeconds)),
        Spread.Ratio(turns.Select(turn => turn.Theirs.CpuSeconds / turn.Ours.CpuSeconds)),
    ];

    private static IReadOnlyList<ReportValue> Row(MetricTime time) =>
    [
        time.Name, Text($"{time.WallSeconds:0.0}"), Text($"{time.CpuSeconds:0.0}"), Text($"{time.PeakMebiBytes:0}"),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
