using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>How good rows are: what a classifier trained on them makes of real ones, and how their columns differ from real ones.</summary>
internal static class TableScores
{
    public const string F1 = "F1", Shapes = "shapes", Pairs = "pairs", Detection = "detection", Near = "near", Lost = "lost categories";
    private const double CommonShare = 0.01, LostShare = 0.5;

    /// <summary>The macro F1 on the test rows of LightGBM trained on some rows (Esteban et al., 2017: train on synthetic, test on real).</summary>
    public static double MacroF1(MLContext context, IDataView rows, IDataView test, IReadOnlyList<string> classes)
    {
        var names = context.Data.LoadFromEnumerable(classes.Select(name => new ClassName { Name = name }));
        var model = context.Transforms.Conversion.MapValueToKey("Label", RealTable.Label, keyData: names)
            .Append(Features(context, [.. rows.Schema.Where(column => column.Name != RealTable.Label)]))
            .Append(context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
            {
                NumberOfIterations = 100, NumberOfLeaves = 15, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1, Seed = 1, Deterministic = true,
            })).Fit(rows);
        var confusion = context.MulticlassClassification.Evaluate(model.Transform(test)).ConfusionMatrix;
        return Enumerable.Range(0, confusion.NumberOfClasses)
            .Where(one => confusion.Counts[one].Sum() > 0)
            .Average(one => Harmonic(confusion.PerClassPrecision[one], confusion.PerClassRecall[one]));
    }

    /// <summary>The inputs of a classifier: numbers, and categories as one-hot vectors.</summary>
    public static IEstimator<ITransformer> Features(MLContext context, IReadOnlyList<DataViewSchema.Column> inputs)
    {
        InputOutputColumnPair[] texts = [.. inputs.Where(column => column.Type is TextDataViewType).Select(column => new InputOutputColumnPair(column.Name))];
        InputOutputColumnPair[] numbers = [.. inputs.Where(column => column.Type is not TextDataViewType).Select(column => new InputOutputColumnPair(column.Name))];
        IEstimator<ITransformer> pipeline = context.Transforms.Concatenate("Features", [.. inputs.Select(column => column.Name)]);
        if (numbers.Length > 0)
            pipeline = context.Transforms.Conversion.ConvertType(numbers, DataKind.Single).Append(pipeline);
        return texts.Length > 0 ? context.Transforms.Categorical.OneHotEncoding(texts).Append(pipeline) : pipeline;
    }

    /// <summary>1 minus the mean distance of the columns: Kolmogorov–Smirnov of numbers, total variation of categories.</summary>
    public static double ColumnShapes(MLContext context, IDataView real, IDataView generated) =>
        1 - context.Gan.EvaluateTable(real, generated).All.Single(score => score.Name == "mean column distance").Value;

    /// <summary>
    /// How well pairs of columns agree, how well LightGBM tells generated rows from real ones, and the share of generated rows that are
    /// nearer to a training row than to a test row.
    /// </summary>
    public static TableQuality Quality(MLContext context, IDataView training, IDataView generated, IDataView test) =>
        context.Gan.EvaluateTableQuality(training, generated, test, new()
        {
            Folds = 3,
            Classifier = context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
            {
                NumberOfIterations = 100, NumberOfLeaves = 15, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1, Seed = 1, Deterministic = true,
            }),
        });

    /// <summary>The number of categories of at least 1 % of the real rows that lost more than half of their share.</summary>
    public static int LostCategories(IDataView real, IDataView generated) =>
        real.Schema.Where(column => column.Type is TextDataViewType).Sum(column =>
        {
            var (before, after) = (Shares(real, column.Name), Shares(generated, column.Name));
            return before.Count(pair => pair.Value >= CommonShare && after.GetValueOrDefault(pair.Key) < LostShare * pair.Value);
        });

    private static Dictionary<string, double> Shares(IDataView view, string name)
    {
        string[] values = [.. view.GetColumn<string>(view.Schema[name])];
        return values.CountBy(value => value).ToDictionary(pair => pair.Key, pair => pair.Value / (double)values.Length);
    }

    private static double Harmonic(double precision, double recall) =>
        double.IsNaN(precision) || precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private sealed class ClassName
    {
        public string Name { get; set; } = "";
    }
}
