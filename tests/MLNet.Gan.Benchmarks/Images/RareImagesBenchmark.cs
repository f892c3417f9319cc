using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>Whether more images help a classifier that has 20 of a class: copies, SMOTE, and those of a GAN.</summary>
internal sealed class RareImagesBenchmark : IBenchmark
{
    public const string F1 = "F1 of the rare class", Macro = "macro F1", Seconds = "seconds";
    public const int Rare = 20, Usual = 200;
    public const string Gan = nameof(GanResampling);

    public static readonly IReadOnlyList<string> Classes = ["Shirt", "Bag"];

    public static readonly IReadOnlyList<string> Methods = [nameof(NoResampling), nameof(RandomOversampling), nameof(Smote), Gan];

    public string Name => "rare-images";

    public int Seeds => 3;

    public void Prepare()
    {
        // The images are a package's.
    }

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
        from data in Classes
        from method in Methods
        select new Job(method, data, seed, $"{Rare} of {Usual} images, {(method == Gan ? $"{settings.Steps} steps" : "")}", () => Train(data, Of(method, settings), seed));

    public void Write(BenchmarkResults results) => RareImagesDocument.Write(results);

    private static IResampling Of(string method, Settings settings) => method switch
    {
        nameof(RandomOversampling) => new RandomOversampling(),
        nameof(Smote) => new Smote(),
        Gan => new GanResampling { Options = settings.Steps is { } steps ? Auto(steps) : null },
        _ => new NoResampling(),
    };

    private static GanOptions Auto(int steps) =>
        GanOptions.Auto(FashionMnist.Test(new(seed: 1)).Schema, 9 * Usual + Rare).InSteps(steps) with { BalanceClasses = true };

    private static Outcome Train(string rare, IResampling method, int seed)
    {
        var context = new MLContext(seed: 1);
        var training = Few(context, rare, seed);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy();
        var started = Stopwatch.GetTimestamp();
        var model = context.Gan.Augment(trainer, new() { Method = method, InputColumnNames = ["Features"], Seed = seed }).Fit(training);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var scored = model.Transform(FashionMnist.Test(context));
        uint[] actual = [.. scored.GetColumn<uint>("Label")], predicted = [.. scored.GetColumn<uint>("PredictedLabel")];
        return new()
        {
            WallSeconds = seconds,
            Scores = new Dictionary<string, double>
            {
                [F1] = Score(actual, predicted, Key(rare)),
                [Macro] = Enumerable.Range(1, 10).Average(key => Score(actual, predicted, (uint)key)),
                [Seconds] = seconds,
            },
        };
    }

    /// <summary>Images of the training set: few of one class, and as many of each other.</summary>
    private static RowSubsetView Few(MLContext context, string rare, int seed)
    {
        var all = FashionMnist.Train(context);
        uint[] labels = [.. all.GetColumn<uint>("Label")];
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        new Random(seed).Shuffle(order);
        var keeps = new bool[labels.Length];
        foreach (var images in order.GroupBy(row => labels[row]))
        {
            foreach (var row in images.Take(images.Key == Key(rare) ? Rare : Usual))
                keeps[row] = true;
        }

        return new(all, keeps);
    }

    private static uint Key(string name) => name == "Shirt" ? 7u : 9u; // Of T-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, boot.

    private static double Score(uint[] actual, uint[] predicted, uint key)
    {
        var hits = actual.Zip(predicted).Count(pair => pair.First == key && pair.Second == key);
        var misses = actual.Zip(predicted).Count(pair => (pair.First == key) != (pair.Second == key));
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + misses);
    }
}
