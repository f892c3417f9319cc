using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;
using Spectre.Console;

namespace FashionMnist;

/// <summary>Scores, report and console output of the demo.</summary>
internal static class Demo
{
    private const string Small = "0.0e-0;;0"; // 2.1e-6, but 0 as such
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Scores samples, the two halves of the real test set against each other, and uniform noise.</summary>
    public static DemoScores Score(
        MLContext context, FeatureNetwork classifier, IDataView test, IDataView samples, int count)
    {
        var options = new EvaluationOptions { Features = classifier, Classifier = classifier.Output("logits") };
        var distanceOnly = options with { Classifier = null };
        var random = new Random(1);
        var noise = context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ => new Noise
        {
            Generated = [.. Enumerable.Range(0, 784).Select(_ => 2 * random.NextSingle() - 1)],
        }).ToArray());
        return new(
            context.Gan.Evaluate(test, samples, options),
            context.Gan.Evaluate(context.Data.TakeRows(test, 5_000), context.Data.SkipRows(test, 5_000),
                distanceOnly with { GeneratedColumnName = "Features" }).Frechet,
            context.Gan.Evaluate(test, noise, distanceOnly).Frechet);
    }

    public static double LargestDifference(IDataView first, IDataView second) =>
        first.GetColumn<float[]>("Generated").SelectMany(sample => sample)
            .Zip(second.GetColumn<float[]>("Generated").SelectMany(sample => sample), (x, y) => Math.Abs((double)x - y))
            .Max();

    /// <summary>Writes scores.json and report.html.</summary>
    public static void Write(Func<string, string> inFolder, GanTransformer model, OnnxExport export, double drift,
        DemoScores scores, Stages clock, Picture grid, Picture film)
    {
        File.WriteAllText(inFolder("scores.json"), JsonSerializer.Serialize(new
        {
            scores.Samples, scores.Floor, scores.Ceiling, scores.TimesBelowNoise,
            Onnx = new { File = Path.GetFileName(export.Path), export.MaxAbsoluteDifference, export.Bytes },
            PipelineReloadDifference = drift,
            Timings = clock.All.ToDictionary(stage => stage.Name, stage => stage.Time.TotalSeconds),
            model.Run!.Steps, model.Run.IsCanceled, Options = model.OptionsText.Split('\n'),
        }, Json));

        var report = model.Report("A conditional GAN on Fashion-MNIST");
        File.WriteAllText(inFolder("report.html"), (report with
        {
            Sections =
            [
                report.Sections[0], // The health of the run.
                Scores(scores, export, drift),
                new PictureSection
                {
                    Title = "Samples", Picture = grid,
                    Caption = "A row for each class, from the averaged generator (EMA).",
                },
                new PictureSection
                {
                    Title = "Through time", Picture = film,
                    Caption = "One set of latents, a column for each class; a row for each tenth of the training.",
                },
                .. report.Sections.Skip(1),
                TableSection.OfPairs("Timings", clock.All.Select(stage => (stage.Name, (ReportValue)stage.Time))),
                TableSection.OfPairs("Versions",
                [
                    ("MLNet.Gan", Version(typeof(GanTransformer))), ("Microsoft.ML", Version(typeof(MLContext))),
                    ("TorchSharp", Version(typeof(TorchSharp.torch))), (".NET", Environment.Version.ToString()),
                    ("system", RuntimeInformation.OSDescription), ("processors", Environment.ProcessorCount),
                ]),
            ],
        }).ToHtml());
    }

    /// <summary>Writes the scores to the console.</summary>
    public static void Tell(DemoScores scores, OnnxExport export, double drift, string folder)
    {
        var table = new Table().AddColumns("score", "value", "goal");
        table.AddRow("label accuracy of samples", Text(scores.LabelAccuracy, "P1"), "at least 80 %");
        table.AddRow("the classifier's test accuracy", Text(scores.ClassifierAccuracy, "P1"), "at least 88 %");
        table.AddRow(scores.Samples.Frechet.Name, Text(scores.Samples.Frechet.Value, "F2"), "");
        table.AddRow("  floor: two halves of the test set", Text(scores.Floor.Value, "F2"), "");
        table.AddRow("  ceiling: noise", Text(scores.Ceiling.Value, "F2"), "");
        table.AddRow("  times below noise", Text(scores.TimesBelowNoise, "F1"), "at least 10");
        table.AddRow("ONNX Runtime differs by at most", Text(export.MaxAbsoluteDifference, Small), "at most 1e-4");
        table.AddRow("the reloaded pipeline differs by at most", Text(drift, Small), "");
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"Open [link]{Path.Combine(folder, "report.html")}[/].");
    }

    private static ScoreSection Scores(DemoScores scores, OnnxExport export, double drift) => new()
    {
        Title = "Scores",
        Scores =
        [
            new("Label accuracy of samples", Text(scores.LabelAccuracy, "P1"),
                $"{scores.Samples.LabelAccuracy!.Count} samples; goal: at least 80 %", scores.LabelsAreGood),
            new("The classifier's test accuracy", Text(scores.ClassifierAccuracy, "P1"),
                $"{scores.Samples.RealLabelAccuracy!.Classifier}; goal: at least 88 %", scores.ClassifierIsGood),
            new(scores.Samples.Frechet.Name, scores.Samples.Frechet.Value,
                $"{scores.Samples.Frechet.Protocol}"),
            new("Floor", scores.Floor.Value, "the same distance between two halves of the real test set"),
            new("Ceiling", scores.Ceiling.Value, "the same distance of uniform noise"),
            new("Below noise", Text(scores.TimesBelowNoise, "F1") + " ×", "goal: at least 10", scores.DistanceIsGood),
            new("ONNX difference", Text(export.MaxAbsoluteDifference, Small),
                "largest, on 256 latents; goal: at most 1e-4", export.MaxAbsoluteDifference <= 1e-4),
            new("Reloaded pipeline", Text(drift, Small), "largest difference of 100 samples"),
        ],
    };

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Version(Type type) => type.Assembly.GetName().Version!.ToString();

    private sealed class Noise
    {
        [VectorType(784)]
        public float[] Generated { get; set; } = [];
    }
}
