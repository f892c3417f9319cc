using System.CommandLine;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Writes the statistics of images to a file, so that they need not be computed again.</summary>
internal static class StatsCommand
{
    public static Command Of(ToolOutput output)
    {
        var source = new Argument<string>("IMAGES")
        {
            Description = "A folder of images, an IDX file, a .npz file of images or statistics, or an ONNX generator.",
        };
        var target = new Option<string>("--output", "-o")
        {
            Description = "The .npz file to write; pytorch-fid and clean-fid can read it.",
            Required = true,
            HelpName = "FILE.npz",
        };
        target.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path
                && !path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
                result.AddError($"--output must end with .npz, but is '{path}'.");
        });
        var network = new NetworkOptions();
        var images = new ImageOptions();
        var command = new Command("stats", """
            Write mean and covariance of the features of images to a .npz file. What an interrupted run has computed is kept
            in FILE.npz.HASH.part, whose name stands for the network and its settings, and the same command takes it up again.
            """)
        {
            source,
            target,
        };
        network.AddTo(command);
        images.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = network.Of(parsed);
            var imageRequest = images.Of(parsed, request.Threads);
            using var collector = new FeatureCollector(output, request);
            var path = parsed.GetRequiredValue(target);
            OutputFile.Check(path);
            var side = (parsed.GetRequiredValue(source), imageRequest with { StatisticsCount = imageRequest.Count });
            var opened = FeatureCollector.Check(collector.Open(Evidence.Moments, side)[0]);
            var journal = opened.Images is null ? null : FeatureJournal.Beside(path, opened.Origin!, opened.Set.Dimension);
            var features = collector.Compute(opened, journal);
            foreach (var warning in features.UnsaidWarnings)
                output.WriteError(warning.Message);
            new StoredStatistics(features.Set.Statistics, features.Origin)
            {
                IsCountKnown = features.IsCountKnown,
                Warnings = [.. features.Warnings],
            }.Save(path);
            if (journal is not null)
                File.Delete(journal);
            output.Results.WriteLine(path);
        });
        return command;
    }
}
