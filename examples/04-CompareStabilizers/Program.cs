// Shows collapse, vanishing gradients and the cure on a ring of 8 Gaussians, in one picture, in 40 s of one core.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;

var steps = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 1_500;
var context = new MLContext(seed: 1);

// 1. Data: 8 narrow Gaussians on a circle.
const float Sigma = 0.05f;
var angles = Enumerable.Range(0, 8).Select(i => i * MathF.PI / 4);
float[][] centers = [.. angles.Select(angle => new[] { 2 * MathF.Cos(angle), 2 * MathF.Sin(angle) })];
var random = new Random(1);
var points = Enumerable.Range(0, 20_000).Select(i => new Sample
{
    Point = Array.ConvertAll(centers[i % centers.Length], place => place + Sigma * Normal(random)),
}).ToArray();

// 2. Three ways to train the same two networks, whose small first weights put all samples into the middle.
var plain = new GanOptions
{
    Shape = SampleShape.Vector(2), FeatureColumnName = nameof(Sample.Point), BatchSize = 128, Steps = steps,
    Architecture = new Mlp { LatentSize = 2, Initialization = new NormalInitialization { Deviation = 0.1 } },
    Loss = new NonSaturatingLoss(), Regularizers = [], Average = new ExponentialMovingAverage { Decay = 0 },
    ReportInterval = Math.Max(steps / 40, 1),
};
var run = new RunOptions // Without scores, so that Fit returns the end of each run and not its best.
{
    Snapshots = new() { Interval = Math.Max(steps / 4, 1), Count = 1_000 }, Scoring = null,
};
(string Name, GanOptions Options)[] ways =
[
    ("collapse (momentum, a fast generator)", plain with
    {
        GeneratorOptimizer = new Adam { LearningRate = 2e-3, Beta1 = 0.9 },
        DiscriminatorOptimizer = new Adam { LearningRate = 1e-3, Beta1 = 0.9 },
    }),
    ("vanishing gradients (saturating loss, 3 discriminator steps)", plain with
    {
        Loss = new SaturatingLoss(), DiscriminatorSteps = 3,
        GeneratorOptimizer = new Sgd(), DiscriminatorOptimizer = new Adam { LearningRate = 1e-3 },
    }),
    ("the cure (relativistic pairing, R1 and R2)", plain with
    {
        Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }],
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 2e-3, to: 1e-4, steps) },
        Average = new ExponentialMovingAverage(),
    }),
];

// 3. Train each, keep its pictures, and say what came of it.
float[][] real = [.. points.Take(1_000).Select(row => row.Point)];
List<Picture> pictures = [];
foreach (var (name, options) in ways)
{
    using var model = context.Gan.Trainers.Gan(options, run).Fit(context.Data.LoadFromEnumerable(points));
    var moments = model.Run!.Snapshots.TakeLast(4).ToList();
    pictures.AddRange(moments.Select(moment => Picture.Scatter(real, moment.Samples, size: 240)));
    var gradients = moments.Select(moment => model.Run.Reports.Single(report => report.Step == moment.Step))
        .Select(report => report.GeneratorGradientNorm.ToString("0e0", CultureInfo.InvariantCulture));
    var generated = model.Generate(20_000, seed: 7).GetColumn<float[]>("Generated").SelectMany(point => point);
    Console.WriteLine($"{name}, {model.Run.Elapsed.TotalSeconds:F0} s");
    Console.WriteLine($"  {MixtureCoverage.Of([.. generated], [.. centers.SelectMany(center => center)], Sigma)}");
    Console.WriteLine($"  length of the generator's gradient: {string.Join(", ", gradients)}");
    Console.WriteLine($"  monitors: {(model.Run.Findings is [var finding, ..] ? finding : "nothing found")}");
}

// 4. Show them: a way each row, a quarter of the run each column.
var file = Path.Combine(Directory.CreateDirectory("artifacts/stabilizers").FullName, "compare.png");
Picture.Tiles(pictures, columns: 4).Save(file); // Seen: 0 of 8 modes; a gradient of 4e-11; 8 of 8 modes, 93 % within 3σ.
Console.WriteLine($"real (blue) and generated (orange) points, a row each, at quarters of {steps} steps: {file}");

static float Normal(Random random) =>
    (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

internal sealed class Sample { [VectorType(2)] public float[] Point { get; set; } = []; }
