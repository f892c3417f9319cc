using System.CommandLine;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Compares generated images with real ones.</summary>
internal static class ScoreCommand
{
    public static Command Of(ToolOutput output)
    {
        var real = new Argument<string>("REAL")
        {
            Description = "The real images, or a .npz file of their statistics.",
        };
        var generated = new Argument<string>("GENERATED")
        {
            Description = "The generated images, a .npz file of their statistics, or an ONNX generator.",
        };
        var metrics = new Option<string>("--metrics", "-m")
        {
            Description = $"What to compute, with commas between: {string.Join(", ", MetricTable.Names)}.",
            DefaultValueFactory = _ => "fid",
            HelpName = "NAMES",
        };
        metrics.Validators.Add(result =>
        {
            if (MetricTable.Unknown(result.GetValueOrDefault<string>() ?? "") is { } unknown)
                result.AddError($"There is no metric '{unknown}'. There are {string.Join(", ", MetricTable.Names)}.");
        });
        var json = new Option<bool>("--json") { Description = "Print the scores as a JSON array." };
        var momentsCount = Numbers.AtLeast(2, "--moments-count", "The number of images of those statistics whose file does not contain it");
        var realSuffixes = ImageOptions.Ends("--real-suffix", "As --suffix, for REAL only; --suffix then is for GENERATED only");
        var network = new NetworkOptions();
        var images = new ImageOptions();
        var command = new Command("score", """
            Compare generated images with real ones, for instance
              gan-fid score photos/ samples/ --network inception --preprocessing pytorch-fid
              gan-fid score photos.npz generator.onnx --count 50000 --seed 1 --json
            """) { real, generated, metrics, json, momentsCount, realSuffixes };
        network.AddTo(command);
        images.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = network.Of(parsed);
            var imageRequest = images.Of(parsed, request.Threads);
            var chosen = MetricTable.Parse(parsed.GetRequiredValue(metrics));
            var needs = chosen.Aggregate(Evidence.None, (all, metric) => all | metric.Needs);
            if (parsed.GetValue(momentsCount) is { } count)
                imageRequest = imageRequest with { StatisticsCount = count };
            var realRequest = parsed.GetValue(realSuffixes) is { Length: > 0 } ends
                ? imageRequest with { Search = imageRequest.Search with { Suffixes = ends } }
                : imageRequest;
            using var collector = new FeatureCollector(output, request);
            var sides = collector.Open(
                needs, (parsed.GetRequiredValue(real), realRequest), (parsed.GetRequiredValue(generated), imageRequest));
            if (parsed.GetValue(momentsCount) is not null && !sides.Any(side => (side.Moments ?? side).WasCountGiven))
                throw new FormatException("--moments-count is for statistics whose file does not contain the number of their images, but neither "
                    + "side is such a file. Leave it out.");
            var opened = new FeatureComparison(sides[0], sides[1]).Checked(chosen);
            var checkedSides = new FeatureComparison(FeatureCollector.Check(opened.Real), FeatureCollector.Check(opened.Generated));
            var computed = new FeatureComparison(collector.Compute(checkedSides.Real), collector.Compute(checkedSides.Generated));
            ScoreOutput.Print(output.Results, computed.Measure(chosen, imageRequest.Seed), parsed.GetValue(json));
        });
        return command;
    }
}
