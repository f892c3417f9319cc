using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>docs/benchmarks/costs.md.</summary>
internal static class CostsDocument
{
    private static readonly IReadOnlyList<CostGame> Games = CostsBenchmark.Games;

    private static readonly IReadOnlyList<string> Names =
        [.. Games.SelectMany(CostVariants.Of).Select(variant => variant.Name).Distinct()];

    public static void Write(BenchmarkResults results) =>
        new BenchmarkDocument(results, "What stabilizers cost",
                "The time of a training step with one stabilizer, as a ratio to the same step without it.")
            .Add(markdown => Protocol(markdown, results))
            .Add(markdown => markdown.Table(["stabilizer", .. Games.Select(game => game.Name)],
                [.. Names.Where(results.Variants.Contains).Select(name => Row(results, name))]))
            .Save();

    private static MarkdownWriter Protocol(MarkdownWriter markdown, BenchmarkResults results) => markdown
        .Paragraph("Mlp: perceptrons of 3 × 128 on points of the plane, batches of 256. Dcgan: width 32 on gray images "
            + "of 28 × 28, batches of 32. Both with the non-saturating loss, no penalty, one update of each player, an "
            + "average of decay 0.999 and Adam, on one thread.")
        .Paragraph($"In one process the two trainings take {Each(game => game.Turns)} turns each, of "
            + $"{Each(game => game.Turn)} steps; the first {Race.WarmUps}, in which code is compiled, do not count. "
            + "A turn is measured in CPU time, so that other programs have little effect. The ratio is the median over the "
            + "turns, with its quartiles in brackets. A row with \"against\" is compared with a step that has what is named "
            + "after it, every other row with the plain step, which took "
            + $"{string.Join(" and ", Games.Select(game => Plain(results, game)))}.");

    private static IReadOnlyList<ReportValue> Row(BenchmarkResults results, string name) =>
        [name, .. Games.Select(game => (ReportValue)Cell(results, name, game))];

    private static string Plain(BenchmarkResults results, CostGame game)
    {
        var plain = CostVariants.Of(game).Where(variant => variant.IsAgainstPlain).Select(variant => variant.Name);
        var times = plain.SelectMany(name => results.Of(name, game.Name)).Select(result => result.Outcome)
            .Where(outcome => outcome.Failure is null)
            .Select(outcome => outcome.Scores[CostsBenchmark.Milliseconds]).ToList();
        return times.Count == 0
            ? $"an unknown time ({game.Name})"
            : Text($"{Spread.Quartiles(times).Median:0.0} ms ({game.Name})");
    }

    private static string Cell(BenchmarkResults results, string variant, CostGame game) =>
        results.Of(variant, game.Name) switch
        {
            [] => "",
            [{ Outcome.Failure: not null }, ..] => "failed",
            [{ Outcome.Scores: var scores }, ..] => Text($"{scores[CostsBenchmark.Ratio]:0.00} ({scores[CostsBenchmark.Low]:0.00}–")
                + Text($"{scores[CostsBenchmark.High]:0.00})"),
        };

    private static string Each(Func<CostGame, int> number) =>
        string.Join(" and ", Games.Select(game => Text($"{number(game)}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
