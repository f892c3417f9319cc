using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>What training, reading and generating take, in one process: docs/benchmarks/training.md.</summary>
internal static class TrainingBenchmark
{
    /// <summary>The word for it on the command line.</summary>
    public const string Name = "training";

    private const int Turns = 5;

    /// <summary>Measures and writes the document; <c>--quick</c> less of it, beside the results.</summary>
    /// <exception cref="SettingsException">There is an option other than that.</exception>
    public static void Run(IReadOnlyList<string> options)
    {
        if (options is not ([] or ["--quick"]))
            throw new SettingsException(
                $"'{string.Join(' ', options)}' is not an option of {Name}: it has --quick only.");

        var isQuick = options.Count > 0;
        var folder = Directory.CreateDirectory(isQuick ? "artifacts/bench" : "docs/benchmarks").FullName;
        var document = new MarkdownWriter()
            .Heading(1, "What training costs")
            .Paragraph("Time and memory of training steps and of generating, compared with PyTorch, and of reading data.")
            .Paragraph($"Written by ./build.sh bench {string.Join(' ', [Name, .. options])}; do not edit.")
            .List(
            [
                $"Commit: {Origin.Commit}", $"Machine: {Origin.Machine}",
                string.Create(CultureInfo.InvariantCulture, $"Date: {DateTime.UtcNow:yyyy-MM-dd} (UTC)"),
            ]);
        document = StepRace.Run(isQuick) is { } races
            ? StepRace.AddTo(document, races)
            : Lacking(document, "Training steps", "python3-torch");
        document = FitOverhead.AddTo(document, FitOverhead.Run(Turns, isQuick));
        document = ReadingTimes.Run(isQuick).AddTo(document);
        document = GeneratingRace.Run(Turns, isQuick) is { } race
            ? race.AddTo(document)
            : Lacking(document, "Generating", "python3-torch and python3-onnx");
        document = LatencyRace.AddTo(document, LatencyRace.Run(Turns));
        document = document.Paragraph("No GPU was available: there are no numbers for CUDA.");
        var path = Path.Combine(folder, $"{Name}.md");
        File.WriteAllText(path, document.ToString());
        Console.WriteLine($"Wrote {path}.");
    }

    private static MarkdownWriter Lacking(MarkdownWriter document, string section, string packages) => document
        .Heading(2, section)
        .Paragraph($"There was no /usr/bin/python3 with {packages} to compare with.");
}
