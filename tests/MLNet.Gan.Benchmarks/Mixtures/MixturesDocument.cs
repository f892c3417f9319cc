using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>docs/benchmarks/mixtures.md.</summary>
internal static class MixturesDocument
{
    private const int PictureColumns = 6;
    private const int PictureSide = 160;
    private const int RealPoints = 400;
    private const int DrawnPoints = 1_000;

    public static void Write(BenchmarkResults results)
    {
        var document = new BenchmarkDocument(results, "Mixtures of Gaussians",
            "The effect of each loss and each stabilizer on training, for two sets of points in the plane whose modes are "
            + "narrow and far apart: a ring of 8 and a grid of 25.");
        if (results.Variants.Contains(MixturesBenchmark.Preset.Name))
            document.Add(markdown => AddPreset(markdown, results));
        document.Add(markdown => Protocol(markdown, results));
        foreach (var mixture in Mixture.All)
            AddMixture(document, results, mixture);
        document.Add(Guide).Save();
    }

    private static MarkdownWriter AddPreset(MarkdownWriter markdown, BenchmarkResults results)
    {
        var preset = MixturesBenchmark.Preset;
        var rows =
            from goal in MixtureGoal.All
            let of = results.Of(preset.Name, goal.Mixture.Name)
            where of.Count > 0
            let runs = new RunResults(of)
            select new ReportValue[]
            {
                $"{goal.Mixture.Name} of {goal.Mixture.Centers.Count}", runs.Count,
                $"{goal.CoveringSeeds(runs)} of {of.Count}",
                runs.Text(MixtureScores.HighQuality, "0.0", 100), Text($"{goal.HighQuality * 100:0.0}"),
                runs.Text(MixtureScores.Divergence, "0.0000"), Text($"{goal.Divergence:0.00}"),
                goal.IsMet(runs, MixturesBenchmark.SeedCount) ? "yes"
                    : of.Count < MixturesBenchmark.SeedCount ? $"open, {of.Count} of {MixturesBenchmark.SeedCount} seeds"
                    : "no",
                runs.Of(outcome => outcome.Steps).ToText("0"), runs.Of(outcome => outcome.CpuSeconds).ToText("0"),
            };
        return markdown.Heading(2, "The default preset against its goals")
            .Paragraph($"{nameof(Presets)}.{preset.Stabilizer}, unchanged. The goals are means over the seeds, and every "
                + "mode in every seed.")
            .Table(
            [
                "data", "runs", "seeds with all modes", "high quality %", "at least", "reverse KL", "at most", "met",
                "steps", "CPU s",
            ], [.. rows]);
    }

    private static MarkdownWriter Protocol(MarkdownWriter markdown, BenchmarkResults results)
    {
        var steps = results.All.Where(result => result.Variant != MixturesBenchmark.Preset.Name)
            .Select(result => result.Outcome).Where(outcome => outcome.Failure is null)
            .Select(outcome => outcome.Steps).Distinct().ToList();
        return markdown.Heading(2, "The variants")
            .Paragraph("Equal for all: two perceptrons of 3 × 128, latents of 2, batches of 64, Adam with a learning "
                + "rate that falls from 3e-3 to 1.5e-4 and β = (0, 0.99), an average of decay 0.999, "
                + $"{string.Join(" or ", steps)} updates of the generator, one of the discriminator for each unless "
                + "the row has more, and one thread. The strength of every penalty is 0.1, weights are clipped at "
                + "0.01, instance noise falls from 0.1 to 0. Restless rows have β = (0.9, 0.999), a constant rate "
                + "and no average, chosen because training then fails. The strength of the consensus penalty is the best "
                + "of three on one seed; nothing else was tuned for a variant. Each seed draws its own "
                + $"{MixturesBenchmark.TrainingPoints} training points; {MixturesBenchmark.GeneratedPoints} generated "
                + "ones are scored. Each number is the mean over the seeds ± its standard error.");
    }

    private static void AddMixture(BenchmarkDocument document, BenchmarkResults results, Mixture mixture)
    {
        var variants = MixtureVariants.All(MixturesBenchmark.DefaultSteps).Append(MixturesBenchmark.Preset)
            .Where(variant => results.Of(variant.Name, mixture.Name).Count > 0)
            .Select(variant => (Variant: variant, Runs: new RunResults(results.Of(variant.Name, mixture.Name)))).ToList();
        document.Add(markdown => markdown
            .Heading(2, string.Create(CultureInfo.InvariantCulture,
                $"The {mixture.Name} of {mixture.Centers.Count}, σ = {mixture.Sigma}"))
            .Table(["loss", "stabilizer", "runs", "modes", "high quality %", "reverse KL", "steps", "CPU s"],
            [
                .. variants.Select(row => new ReportValue[]
                {
                    row.Variant.Loss, row.Variant.Stabilizer, row.Runs.Count,
                    row.Runs.Text(MixtureScores.Modes, "0.0"), row.Runs.Text(MixtureScores.HighQuality, "0.0", 100),
                    row.Runs.Text(MixtureScores.Divergence, "0.000"),
                    row.Runs.Of(outcome => outcome.Steps).ToText("0"),
                    row.Runs.Of(outcome => outcome.CpuSeconds).ToText("0"),
                }),
            ]));

        var drawn = variants.Where(row => row.Runs.Samples.Count > 0).ToList();
        if (drawn.Count == 0)
            return;
        var real = mixture.Points(RealPoints, seed: 1);
        document.Picture($"mixtures-{mixture.Name}.png",
            Picture.Tiles([.. drawn.Select(row => Draw(real, row.Runs.Samples))], PictureColumns),
            $"Real points in blue and generated ones in orange on the {mixture.Name}, a tile for each variant");
        document.Add(markdown => markdown
            .Paragraph("The first seed of each variant, real points in blue and generated ones in orange, by tiles:")
            .Table(Row([]), [.. drawn.Select(row => row.Variant.Name).Chunk(PictureColumns).Select(Cells)]));
    }

    private static Picture Draw(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated) =>
        Picture.Scatter(real, [.. generated.Take(DrawnPoints)], PictureSide);

    /// <summary>Returns names as a row of the picture's width.</summary>
    private static string[] Row(string[] names) =>
        [.. names, .. Enumerable.Repeat("", PictureColumns - names.Length)];

    private static IReadOnlyList<ReportValue> Cells(string[] names) =>
        [.. Row(names).Select(name => (ReportValue)name)];

    private static MarkdownWriter Guide(MarkdownWriter markdown) => markdown
        .Heading(2, "How to read it")
        .List(
        [
            "A generated point is of high quality within 3σ of the nearest mode's center, and a mode is found when a "
                + "point of high quality is nearest to it (PacGAN, Lin et al., 2018). A perfect generator has 98.9 % "
                + "of high quality; a higher share means that the modes are too narrow.",
            "The reverse KL compares the shares of the modes among points of high quality with equal shares, in nats. "
                + "A perfect generator reaches (K − 1)/2n, not 0: 0.0002 on the ring and 0.0006 on the grid. It is "
                + "meaningless if few points are of high quality, and a dash if none is.",
            "The number of modes alone is too optimistic: one good point of 20 000 suffices for a mode. Read it together "
                + "with the other two.",
            "A failed run is one whose losses or gradients became NaN or infinite, or whose process crashed; it counts "
                + "under runs and in no mean.",
            "A few thousand steps are short, and equal settings suit some variants better than others: the table shows "
                + "the effect of a stabilizer here, not which is best. Wasserstein losses are designed for several critic "
                + "steps, and suit narrow modes least.",
            "CPU seconds are those of Fit, start-up included, on a shared machine: compare them within the table only.",
        ]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
