using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>One sample at a time through a prediction engine, in turns with plain ONNX Runtime on the same file and one thread.</summary>
/// <param name="Name">The generator's.</param>
/// <param name="Turns">What one sample took; theirs is ONNX Runtime's time.</param>
internal sealed record LatencyRace(string Name, IReadOnlyList<Turn> Turns)
{
    private const int Samples = 1000;

    /// <summary>Takes turns with each generator.</summary>
    /// <param name="turns">How often each side runs, behind a run that warms it up.</param>
    public static IReadOnlyList<LatencyRace> Run(int turns) => [.. GeneratingGame.All.Select(game => Run(game, turns))];

    /// <summary>Adds a table of them to a document.</summary>
    public static MarkdownWriter AddTo(MarkdownWriter document, IReadOnlyList<LatencyRace> races) => document
        .Paragraph($"One sample at a time, {Samples} times: ML.NET's PredictionEngine, which draws latents, and InferenceSession.Run with "
            + "a latent and buffers given, both with one thread. The goal is a ratio of at most 1.5.")
        .Table(["generator", "PredictionEngine's µs", "InferenceSession's µs", "ratio"], [.. races.Select(race => race.Row())]);

    private IReadOnlyList<ReportValue> Row() =>
    [
        Name,
        Spread.Median(Turns.Select(turn => 1e6 * turn.Ours.WallSeconds), "0.0"),
        Spread.Median(Turns.Select(turn => 1e6 * turn.Theirs.WallSeconds), "0.0"),
        Spread.Ratio(Turns.Select(turn => turn.Ours.WallSeconds / turn.Theirs.WallSeconds)),
    ];

    private static LatencyRace Run(GeneratingGame game, int turns)
    {
        var path = Path.Combine(Directory.CreateDirectory("artifacts/bench").FullName, "latency.onnx");
        var context = new MLContext(seed: 1);
        game.Export(context, path);
        var onnx = File.ReadAllBytes(path);
        File.Delete(path);
        var latent = new float[game.Architecture.LatentSize];
        LatentNoise.Fill(latent, seed: 1, 0, 0);
        using var session = new GeneratorSession(onnx, threads: 1, latent, new float[game.Shape.Size]);
        using var model = new GanTransformer(context, new GeneratorModel(onnx, gpuDeviceId: null, fallbackToCpu: true, threads: 1));
        using var engine = context.Model.CreatePredictionEngine<Numbered, Generated>(model);
        var (row, sample) = (new Numbered(), new Generated());
        var all = Enumerable.Range(0, turns + 1).Select(_ => new Turn(
            Elapsed.Of(() =>
            {
                for (var i = 0; i < Samples; i++)
                    engine.Predict(row, ref sample);
            }).Over(Samples),
            Elapsed.Of(() => session.Run(Samples)).Over(Samples))).Skip(1).ToList();
        var race = new LatencyRace(game.Name, all);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{game.Name}, one sample at a time: {Spread.Ratio(race.Turns.Select(turn => turn.Ours.WallSeconds / turn.Theirs.WallSeconds))}"));
        return race;
    }

    private sealed class Numbered
    {
        public float Id { get; set; }
    }

    private sealed class Generated
    {
        [ColumnName("Generated")]
        public VBuffer<float> Sample { get; set; }
    }
}
