using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>What each stabilizer adds to the time of a step.</summary>
internal sealed class CostsBenchmark : IBenchmark
{
    public const string Ratio = "ratio";
    public const string Low = "lower quartile";
    public const string High = "upper quartile";
    public const string Milliseconds = "milliseconds without";

    public string Name => "costs";

    public int Seeds => 1;

    /// <summary>The plain steps.</summary>
    public static IReadOnlyList<CostGame> Games { get; } = [CostGame.Perceptron, CostGame.Convolutions];

    public void Prepare()
    {
    }

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
        from game in Games
        from variant in CostVariants.Of(game)
        select Job(game, variant, seed, settings.Steps ?? game.Turns * game.Turn);

    public void Write(BenchmarkResults results) => CostsDocument.Write(results);

    private static Job Job(CostGame game, CostVariant variant, int seed, int steps)
    {
        var plain = game.Plain with { Steps = steps, ReportInterval = game.Turn, Seed = seed };
        plain = variant.Without?.Invoke(plain) ?? plain;
        var with = variant.With(plain);
        return new(variant.Name, game.Name, seed, $"{plain.ToText()}\n\n{with.ToText()}", () =>
        {
            var (before, after) = Race.Run(plain, with, context => CostData.View(context, plain.Shape));
            var (low, median, high) =
                Spread.Quartiles(before.Zip(after, (without, stabilized) => stabilized / without));
            return new()
            {
                Steps = steps,
                Scores = new Dictionary<string, double>
                {
                    [Ratio] = median, [Low] = low, [High] = high,
                    [Milliseconds] = 1e3 * Spread.Quartiles(before).Median / game.Turn,
                },
            };
        });
    }
}
