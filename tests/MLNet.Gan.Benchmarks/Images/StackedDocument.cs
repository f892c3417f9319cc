using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>docs/benchmarks/stacked.md.</summary>
internal static class StackedDocument
{
    public static void Write(BenchmarkResults results, string data)
    {
        var document = new BenchmarkDocument(results, "Stacked Fashion-MNIST",
            "The number of 1000 modes that a generator covers: each color of an image is a random picture of Fashion-MNIST, "
            + "so that there are 10 · 10 · 10 triples of classes.");
        document.Add(markdown => markdown.Table(
            ["what", "runs", "modes of 1000", "KL", "classifier's test error %", "steps", "CPU s"],
            [.. results.Variants.Select(variant => Row(variant, new(results.Of(variant, data))))]));

        foreach (var variant in results.Variants)
        {
            var samples = new RunResults(results.Of(variant, data)).Samples;
            if (samples.Count > 0)
            {
                var name = variant == StackedBenchmark.Ceiling ? "real" : "generated";
                document.Picture($"stacked-{name}.png", Picture.Grid(samples, 3, 28, 28, columns: 20), variant);
            }
        }

        document.Add(Guide).Save();
    }

    private static ReportValue[] Row(string variant, RunResults runs) =>
    [
        variant, runs.Count, runs.Text(StackedBenchmark.Modes, "0.0"), runs.Text(StackedBenchmark.Divergence, "0.000"),
        variant == StackedBenchmark.Ceiling ? runs.Text(StackedBenchmark.ClassifierError, "0.0", 100) : "",
        variant == StackedBenchmark.Ceiling ? "" : runs.Of(outcome => outcome.Steps).ToText("0"),
        variant == StackedBenchmark.Ceiling ? "" : runs.Of(outcome => outcome.CpuSeconds).ToText("0"),
    ];

    private static MarkdownWriter Guide(MarkdownWriter markdown) => markdown
        .Heading(2, "How to read it")
        .List(
        [
            $"The protocol is PacGAN's (Lin et al., 2018) on other pictures: {StackedBenchmark.TrainingImages} "
                + $"training images of the seed, {StackedBenchmark.GeneratedImages} generated ones, each color of which "
                + "our classifier assigns to one of ten classes. The preset is unconditional here.",
            "A mode counts as found if one image has its triple. The KL is the divergence of the triples' frequencies from "
                + "the uniform distribution, in nats; even perfect labels give 999/2n = 0.019.",
            "Real images, stacked from the test set, are the upper bound: their error is that of the classifier. The "
                + "numbers cannot be compared with those of stacked MNIST, whose digits are easier to classify.",
        ]);
}
