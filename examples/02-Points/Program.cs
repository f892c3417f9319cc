// Learns a grid of 25 Gaussians, then says how many of them the generator found, and draws real and generated points.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;

var steps = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 7_000;
var seed = args is [_, var second] ? int.Parse(second, CultureInfo.InvariantCulture) : 1;
var ml = new MLContext(seed: 1);

// 1. Data: any IDataView with a vector column. Here, 25 narrow Gaussians on {−4, −2, 0, 2, 4}².
const float Sigma = 0.05f;
float[] places = [-4, -2, 0, 2, 4];
var centers = (from x in places from y in places select new[] { x, y }).ToArray();
var random = new Random(1);
var points = Enumerable.Range(0, 50_000).Select(i => new Sample
{
    Point = Array.ConvertAll(centers[i % centers.Length], place => place + Sigma * Normal(random)),
}).ToArray();

// 2. Train.
// <readme>
using var model = ml.Gan.Trainers.Gan(new()
{
    Shape = SampleShape.Vector(2),
    FeatureColumnName = nameof(Sample.Point),
    Architecture = new Mlp { LatentSize = 2 },
    Loss = new NonSaturatingLoss(),
    Regularizers = [new R1Penalty { Gamma = 0.5 }],
    Optimizer = new Adam { LearningRate = Schedule.Linear(from: 3e-3, to: 1.5e-4, steps) },
    BatchSize = 128,
    Steps = steps,
    Seed = seed,
    ReportInterval = 1_000,
}, new() { Progress = new ConsoleProgress() }).Fit(ml.Data.LoadFromEnumerable(points));

// 3. Use it.
var generated = model.Generate(20_000, seed: 7).GetColumn<float[]>("Generated").ToList();
var export = model.ExportToOnnx(InFolder("points.onnx"));
// </readme>
var coverage = MixtureCoverage.Of(
    generated.SelectMany(point => point).ToArray(), centers.SelectMany(center => center).ToArray(), Sigma);
Picture.Scatter([.. points.Take(2_500).Select(row => row.Point)], generated[..2_500]).Save(InFolder("points.png"));

Console.WriteLine($"{coverage} after {steps} steps in {model.Run!.Elapsed.TotalSeconds:F0} s");
Console.WriteLine($"real (blue) and generated (orange) points: {InFolder("points.png")}");
Console.WriteLine($"the generator: {export}");

static string InFolder(string name) => Path.Combine(Directory.CreateDirectory("artifacts/points").FullName, name);

static float Normal(Random random) =>
    (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

internal sealed class Sample
{
    [VectorType(2)]
    public float[] Point { get; set; } = [];
}

internal sealed class ConsoleProgress : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => Console.WriteLine(
        $"step {value.Step} of {value.Steps}, {value.StepsPerSecond:F0} steps/s, "
            + $"{value.Remaining.TotalSeconds:F0} s left");
}
