using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>
/// Samples through the transformer, through <see cref="GanTransformer.Generate(int, int)"/> and through plain ONNX
/// Runtime, each in turns with the same network in eager PyTorch, so that a busy machine is as busy for one as for the
/// other.
/// </summary>
/// <param name="Versions">Which PyTorch.</param>
/// <param name="Difference">How far samples of the two are apart at most.</param>
/// <param name="Lanes">What each way took.</param>
internal sealed record GeneratingRace(string Versions, double Difference, IReadOnlyList<GeneratingLane> Lanes)
{
    /// <summary>How many samples PyTorch makes at once, and ONNX Runtime where it is asked directly.</summary>
    public const int BatchSize = 64;

    private const double Tolerance = 1e-4;
    private const string Transform = "Transform", Generate = "Generate", Onnx = "ONNX Runtime";

    /// <summary>Takes turns with 1 thread and with 2; null where there is no Python with torch and onnx.</summary>
    /// <param name="turns">How often each side runs, behind a run that warms it up.</param>
    /// <param name="isQuick">Whether a turn makes an eighth of the samples.</param>
    /// <exception cref="InvalidOperationException">The two are different networks.</exception>
    public static GeneratingRace? Run(int turns, bool isQuick)
    {
        var folder = Directory.CreateDirectory("artifacts/bench/generating").FullName;
        try
        {
            var races = GeneratingGame.All.Select(game => Run(game, folder, turns, isQuick)).ToList();
            return races.Contains(null) ? null : new(
                races[0]!.Versions, races.Max(race => race!.Difference), [.. races.SelectMany(race => race!.Lanes)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Adds a section to a document.</summary>
    public MarkdownWriter AddTo(MarkdownWriter document) => document
        .Heading(2, "Generating")
        .Paragraph($"{Transform} reads the generated column with a cursor over rows of an input view, {Generate} the "
            + $"column of the view that it returns; both draw their latents and choose their batch sizes. {Onnx} runs the "
            + $"exported file directly in batches of {BatchSize} of given latents. Each is compared with the same network "
            + $"with the file's weights in {Versions}: eager, in evaluation mode, without gradients, in batches of "
            + string.Create(CultureInfo.InvariantCulture,
                $"{BatchSize}, with latents drawn by torch.randn or given. Samples differed by {Difference:0.#e+0} at ")
            + "most. Waiting threads sleep early on both sides.")
        .Paragraph($"Medians of {Lanes[0].Turns.Count} turns. A ratio is the median of the turns' ratios, with its "
            + "quartiles in brackets; above 1 ours is faster, or needs less of the processor.")
        .Table(
            ["generator", "threads", "way", "samples/s", "PyTorch's", "ratio", "processor's ratio", "to Generate"],
            [.. Lanes.Select(Row)]);

    private static GeneratingRace? Run(GeneratingGame game, string folder, int turns, bool isQuick)
    {
        var (file, given) = (Path.Combine(folder, "generator.onnx"), Path.Combine(folder, "latents"));
        var context = new MLContext(seed: 1);
        game.Export(context, file);
        var onnx = File.ReadAllBytes(file);
        var latents = new float[BatchSize * game.Architecture.LatentSize];
        LatentNoise.Fill(latents, seed: 1, 0, 0);
        File.WriteAllBytes(given, MemoryMarshal.AsBytes(latents.AsSpan()));
        using var peer = Peer.Start("generator.py", file, given);
        if (peer is null)
            return null;

        var batches = game.Samples / BatchSize / (isQuick ? 8 : 1);
        var rows = context.Data.LoadFromEnumerable(
            Enumerable.Range(0, batches * BatchSize).Select(id => new Numbered { Id = id }).ToArray());
        var difference = 0.0;
        List<GeneratingLane> lanes = [];
        foreach (var threads in new[] { 1, 2 })
        {
            using var model = new GanTransformer(context, new GeneratorModel(onnx, null, fallbackToCpu: true, threads));
            var samples = new float[BatchSize * game.Shape.Size];
            using var session = new GeneratorSession(onnx, threads, latents, samples);
            session.Run(times: 1);
            difference = Math.Max(difference, Compare(samples, peer.AskFloats($"samples")));
            (string Way, string Theirs, Action Ours)[] ways =
            [
                (Transform, "drawn", () => Read(model.Transform(rows))),
                (Generate, "drawn", () => Read(model.Generate(batches * BatchSize))),
                (Onnx, "given", () => session.Run(batches)),
            ];
            var all = Enumerable.Range(0, turns + 1).Select(turn => ways.Select(way =>
            {
                var (ours, theirs) = (Elapsed.Of(way.Ours), peer.AskElapsed($"{way.Theirs} {threads} {batches}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"[{turn}/{turns}] {game.Name}, threads {threads}, {way.Way}: {ours.WallSeconds:0.000} s, "
                        + $"PyTorch {theirs.WallSeconds:0.000} s"));
                return new Turn(ours.Over(batches * BatchSize), theirs.Over(batches * BatchSize));
            }).ToList()).ToList();
            lanes.AddRange(ways.Select((way, i) => new GeneratingLane(
                game.Name, threads, way.Way, [.. all.Skip(1).Select(turn => turn[i])])));
        }

        return new(peer.Versions, difference, lanes);
    }

    private static void Read(IDataView view)
    {
        var column = view.Schema[view.Schema.Count - 1];
        using var cursor = view.GetRowCursor([column]);
        var get = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> sample = default;
        while (cursor.MoveNext())
            get(ref sample);
    }

    private static double Compare(float[] ours, float[] theirs)
    {
        var difference = ours.Zip(theirs, (one, other) => Math.Abs((double)one - other)).Max();
        return ours.Length == theirs.Length && difference <= Tolerance ? difference
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Samples of ours and of PyTorch are {difference:0.#e+0} apart, more than {Tolerance}. They are no "
                    + $"longer the same network: compare peers/generator.py with the layers' ONNX forms."));
    }

    private IReadOnlyList<ReportValue> Row(GeneratingLane lane)
    {
        var generate = Lanes.Single(
            other => (other.Game, other.Threads, other.Way) == (lane.Game, lane.Threads, Generate));
        return
        [
            lane.Game,
            lane.Threads,
            lane.Way,
            Spread.Median(lane.Turns.Select(turn => 1 / turn.Ours.WallSeconds), "0"),
            Spread.Median(lane.Turns.Select(turn => 1 / turn.Theirs.WallSeconds), "0"),
            Spread.Ratio(lane.Turns.Select(turn => turn.Theirs.WallSeconds / turn.Ours.WallSeconds)),
            Spread.Ratio(lane.Turns.Select(turn => turn.Theirs.CpuSeconds / turn.Ours.CpuSeconds)),
            Spread.Median(lane.Turns.Zip(generate.Turns,
                (turn, other) => other.Ours.WallSeconds / turn.Ours.WallSeconds)),
        ];
    }

    private sealed class Numbered
    {
        public float Id { get; set; }
    }
}
