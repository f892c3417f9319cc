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
        var network = new NetworkOptions();
        var images = new ImageOptions();
        var command = new Command("score", """
            Compare generated images with real ones, for instance
              gan-fid score photos/ samples/ --network inception --preprocessing pytorch-fid
              gan-fid score photos.npz generator.onnx --count 50000 --seed 1 --json
            """) { real, generated, metrics, json };
        network.AddTo(command);
        images.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = network.Of(parsed);
            var imageRequest = images.Of(parsed, request.Threads);
            var chosen = MetricTable.Parse(parsed.GetRequiredValue(metrics));
            var needs = chosen.Aggregate(Evidence.None, (all, metric) => all | metric.Needs);
            using var collector = new FeatureCollector(output, request, imageRequest);
            var opened = new FeatureComparison(
                collector.Open(parsed.GetRequiredValue(real), needs), collector.Open(parsed.GetRequiredValue(generated), needs)).Checked(chosen);
            var computed = new FeatureComparison(collector.Compute(opened.Real), collector.Compute(opened.Generated));
            ScoreOutput.Print(output.Results, computed.Measure(chosen, imageRequest.Seed), parsed.GetValue(json));
        });
        return command;
    }
}
