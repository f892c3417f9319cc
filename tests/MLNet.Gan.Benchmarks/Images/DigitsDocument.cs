using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>docs/benchmarks/digits.md.</summary>
internal static class DigitsDocument
{
    public static void Write(BenchmarkResults results, string data)
    {
        var rows = results.Variants
            .Select(variant => (Name: variant, Runs: new RunResults(results.Of(variant, data)))).ToList();
        var document = new BenchmarkDocument(results, "Presets on Fashion-MNIST",
            "Presets trained on an equal number of images of 28 × 28 in ten classes, on one CPU thread.");
        document.Add(markdown => markdown.Table(
            ["preset", "runs", "Fréchet distance", "label accuracy %", "images/CPU s", "steps", "CPU s"],
            [
                .. rows.Select(row => new ReportValue[]
                {
                    row.Name, row.Runs.Count, row.Runs.Text(DigitsBenchmark.Distance, "0.00"),
                    row.Runs.Text(DigitsBenchmark.LabelAccuracy, "0.0", 100),
                    row.Runs.Text(DigitsBenchmark.ImagesPerSecond, "0"),
                    row.Runs.Of(outcome => outcome.Steps).ToText("0"),
                    row.Runs.Of(outcome => outcome.CpuSeconds).ToText("0"),
                }),
            ]));

        var drawn = rows.Where(row => row.Runs.Samples.Count > 0).ToList();
        if (drawn.Count > 0)
        {
            var order = string.Join("; ", drawn.Select(row => row.Name));
            document.Picture("digits.png",
                Picture.Grid([.. drawn.SelectMany(row => row.Runs.Samples)], 1, 28, 28, columns: 10, scale: 2),
                $"{DigitsBenchmark.KeptOfEachClass} rows for each preset, a column for each class");
            document.Add(markdown => markdown.Paragraph(
                $"{DigitsBenchmark.KeptOfEachClass} rows of the first seed for each preset, from above: {order}. "
                + "A column for each class."));
        }

        var classifier = new RunResults(results.All).Of(outcome => outcome.Scores[DigitsBenchmark.ClassifierAccuracy]).Mean;
        document.Add(markdown => Guide(markdown, classifier)).Save();
    }

    private static MarkdownWriter Guide(MarkdownWriter markdown, double classifierAccuracy) => markdown
        .Heading(2, "How to read it")
        .List(
        [
            "All presets train on the same number of real images: steps · batch · critic steps. A preset with five "
                + "critic steps thus updates its generator least often. Schedules cover the preset's values within the steps "
                + "of the run.",
            $"Images28 is as in {nameof(Presets)}; WganGp, Sngan and R3Gan have narrower networks than their presets, "
                + "which are for GPUs: 32 channels at the image's side, and R3Gan has one block per stage.",
            string.Create(CultureInfo.InvariantCulture,
                $"Distance and label accuracy use our own classifier ({classifierAccuracy:0.0%} accuracy on the test set), ")
                + $"with {DigitsBenchmark.GeneratedImages} generated images against the test set's 10000. The distance is "
                + "not the literature's FID, which uses Inception features.",
            "The time is the CPU time of Fit, with reading and export; on an otherwise idle core it equals the wall-clock "
                + "time.",
        ]);
}
