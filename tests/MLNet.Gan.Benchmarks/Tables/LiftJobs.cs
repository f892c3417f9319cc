using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>What methods of resampling do for a classifier of two classes, of which one is rare in the training rows.</summary>
internal static class LiftJobs
{
    public const string None = "lift: none", Weights = "lift: weights", Oversampling = "lift: oversampling", Smote = "lift: SMOTE", Gan = "lift: GAN",
        Auto = "lift: Auto", AutoF1 = "lift: Auto by F1", Peer = "lift: imbalanced-learn's SMOTE", F1 = "F1", PrAuc = "PR-AUC", RareRows = "rare rows", Chosen = "chosen";
    private const string PeerScript = "smote.py";

    /// <summary>The variants, in the order of the document.</summary>
    public static IReadOnlyList<string> Names { get; } = [None, Weights, Oversampling, Smote, Peer, Gan, Auto, AutoF1];

    /// <summary>The jobs of a data set and a seed.</summary>
    public static IEnumerable<Job> Of(string data, int seed, int? steps) =>
    [
        .. Methods(steps).Select(method => new Job(method.Key, data, seed, $"{method.Value}", () => Scored(data, seed, method.Value))),
        new(Peer, data, seed, "k = 5", () => ScoredPeer(data, seed)),
    ];

    private static Dictionary<string, IResampling> Methods(int? steps) => new()
    {
        [None] = new NoResampling(), [Weights] = new ClassWeights(), [Oversampling] = new RandomOversampling(), [Smote] = new SmoteNc(),
        [Gan] = new TabularGanResampling { Options = new() { Steps = steps }, Run = new() { Threads = 1 } }, [Auto] = new AutoResampling(), [AutoF1] = new AutoResampling { Score = new MinorityF1() },
    };

    private static Outcome Scored(string data, int seed, IResampling method)
    {
        var (context, rare) = (new MLContext(seed: 1), RareTable.Read(data, seed));
        return InFolder(rare, (folder, view) =>
        {
            var training = view("training.csv", rare.Table.Training);
            var test = view("test.csv", rare.Table.Test);
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                var model = context.Gan.Augment(Classifier(context, training, method), new() { Method = method, Seed = seed }).Fit(training, out var result);
                var chosen = result.Comparison is null ? -1 : Array.IndexOf([.. Names], Methods(null).First(pair => pair.Value.GetType() == result.Method.GetType()).Key);
                return Of(context, model.Transform(test), rare, before, chosen);
            }
            catch (InvalidOperationException refusal)
            {
                return new() { Failure = refusal.Message };
            }
        });
    }

    private static Outcome ScoredPeer(string data, int seed)
    {
        var (context, rare) = (new MLContext(seed: 1), RareTable.Read(data, seed));
        return InFolder(rare, (folder, view) =>
        {
            view("training.csv", rare.Table.Training);
            var before = Environment.CpuUsage.TotalTime;
            PeerProgram.Run(Running.Peer.Script(
                PeerScript, Path.Combine(folder, "training.csv"), Path.Combine(folder, "made.csv"), seed.ToString(CultureInfo.InvariantCulture))!);
            var made = view("resampled.csv", File.ReadAllLines(Path.Combine(folder, "made.csv"))[1..]);
            return Of(context, Classifier(context, made, new NoResampling()).Fit(made).Transform(view("test.csv", rare.Table.Test)), rare, before, -1);
        });
    }

    private static Outcome Of(MLContext context, IDataView scored, RareTable rare, TimeSpan before, int chosen)
    {
        var metrics = context.BinaryClassification.Evaluate(scored);
        return new()
        {
            CpuSeconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds,
            Scores = new Dictionary<string, double>
            {
                [F1] = metrics.F1Score, [PrAuc] = metrics.AreaUnderPrecisionRecallCurve, [RareRows] = rare.RareRows, [Chosen] = chosen,
            },
        };
    }

    private static EstimatorChain<BinaryPredictionTransformer<CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>>> Classifier(
        MLContext context, IDataView rows, IResampling method) => TableScores
        .Features(context, [.. rows.Schema.Where(column => column.Name != "Label")])
        .Append(context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = 100, NumberOfLeaves = 15, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1, Seed = 1, Deterministic = true,
            ExampleWeightColumnName = method.WeightColumnName,
        }));

    private static Outcome InFolder(RareTable rare, Func<string, Func<string, IEnumerable<string>, IDataView>, Outcome> run)
    {
        var context = new MLContext(seed: 1);
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            return run(folder, (name, rows) =>
            {
                var path = Path.Combine(folder, name);
                rare.Table.Write(path, rows);
                var labels = context.Transforms.Conversion.MapValue(
                    "Label", [new KeyValuePair<string, bool>(RareTable.Rare, true), new(RareTable.Other, false)], RealTable.Label)
                    .Append(context.Transforms.DropColumns(RealTable.Label));
                var view = rare.Table.Load(context, path);
                return labels.Fit(view).Transform(view);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
