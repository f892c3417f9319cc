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
            "What each preset makes of an equal number of images, 28 × 28 in ten classes, on one thread of a CPU.");
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

        var judge = new RunResults(results.All).Of(outcome => outcome.Scores[DigitsBenchmark.JudgeAccuracy]).Mean;
        document.Add(markdown => Guide(markdown, judge)).Save();
    }

    private static MarkdownWriter Guide(MarkdownWriter markdown, double judgeAccuracy) => markdown
        .Heading(2, "How to read it")
        .List(
        [
            "Equal are the real images that the discriminator sees: steps · batch · critic steps. A preset with five "
                + "critic steps thus updates its generator least. Schedules go through the preset's own values in the "
                + "steps of the run.",
            $"Images28 is as in {nameof(Presets)}; WganGp, Sngan and R3 have narrower networks than their presets, "
                + "which are for GPUs: 32 channels at the image's side, and R3 one block a stage.",
            string.Create(CultureInfo.InvariantCulture,
                $"Distance and label accuracy are by our own classifier ({judgeAccuracy:0.0%} right on the test set), ")
                + $"{DigitsBenchmark.JudgedImages} generated images against the test set's 10000. It is not "
                + "the literature's FID, which has Inception's features.",
            "The time is the processor's in Fit, reading and export included: on a core that nobody shares, the clock's.",
        ]);
}
