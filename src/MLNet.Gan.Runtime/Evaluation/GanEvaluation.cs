using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares two views in one pass over each.</summary>
internal static class GanEvaluation
{
    public static GanScores Evaluate(IDataView real, IDataView generated, EvaluationOptions options)
    {
        ColumnCheck.Named(real.Schema, options.RealColumnName, nameof(EvaluationOptions.RealColumnName));
        ColumnCheck.Named(generated.Schema, options.GeneratedColumnName, nameof(EvaluationOptions.GeneratedColumnName));
        SampleLayout.Require(real.Schema, options.RealColumnName, options.Features);
        SampleLayout.Require(generated.Schema, options.GeneratedColumnName, options.Features);
        var evaluator = new Evaluator(options);
        var watchesReal = Watch(options, options.RealColumnName);
        var watchesGenerated = Watch(options, options.GeneratedColumnName, watchesReal);
        var (ofReal, realLabels) = EvaluationCache.Read(real, options.RealColumnName, options, evaluator, watchesReal);
        var (ofGenerated, generatedLabels) = Read(generated, options.GeneratedColumnName, options, evaluator, watchesGenerated);
        generatedLabels = MatchedClasses.Of(real, generated, generatedLabels, options.LabelColumnName);
        RequireKnown(generatedLabels, realLabels, options);
        return new(evaluator.Compare(ofReal, ofGenerated, [.. watchesReal.Warnings, .. watchesGenerated.Warnings]),
            evaluator.Accuracy(ofGenerated, generatedLabels), evaluator.Accuracy(ofReal, realLabels));
    }

    /// <summary>Evaluates an ONNX generator, without label accuracy.</summary>
    public static GanScores Evaluate(string path, IDataView real, EvaluationOptions options, OnnxGenerator drawing)
    {
        ColumnCheck.Named(real.Schema, options.RealColumnName, nameof(EvaluationOptions.RealColumnName));
        SampleLayout.Require(real.Schema, options.RealColumnName, options.Features);
        using var generator = OnnxPath.Open(path, onnx => new ExternalGenerator(onnx, drawing.ExternalOptions));
        var evaluator = new Evaluator(options);
        if (generator.Shape.Size != evaluator.SampleSize)
            throw new ArgumentException(
                $"The generator generates {generator.Shape}, which are {generator.Shape.Size} numbers, but the network "
                    + $"'{options.Features.Name}' takes {evaluator.SampleSize}. Name a network for such samples.",
                nameof(path));

        var watchesReal = Watch(options, options.RealColumnName);
        var watchesGenerated = new SampleWatch(options, "The generated values", watchesReal);
        var (ofReal, _) = EvaluationCache.Read(real, options.RealColumnName, options, evaluator, watchesReal);
        var ofGenerated = evaluator.Begin();
        foreach (var (count, samples) in generator.Generate(drawing.Count, drawing.Seed))
        {
            watchesGenerated.See(samples);
            evaluator.Add(ofGenerated, count, samples);
        }

        return new(evaluator.Compare(ofReal, ofGenerated,
        [
            .. watchesReal.Warnings, .. watchesGenerated.Warnings,
            .. StabilityWarnings.Of(generator.Stability(drawing.Seed), "The generator", "samples, in units of [−1, 1],"),
        ]));
    }

    /// <summary>Computes the network outputs for a view, and reads its labels if there is a classifier.</summary>
    public static (FeatureSet Set, List<int> Labels) Read(
        IDataView view, string column, EvaluationOptions options, Evaluator evaluator, SampleWatch? watch = null)
    {
        var set = evaluator.Begin();
        List<int> labels = [];
        var labelColumn = options.Classifier is null ? null : options.LabelColumnName;
        foreach (var block in SampleBlocks.Read(CheckedFilesView.Of(view, column), column, labelColumn, evaluator.SampleSize))
        {
            var samples = block.Samples[..(block.Count * evaluator.SampleSize)];
            watch?.See(samples);
            evaluator.Add(set, block.Count, samples);
            labels.AddRange(block.Labels);
        }

        return (set, labels);
    }

    /// <summary>Throws if a class occurs among generated rows only: nothing shows whether the classifier knows it.</summary>
    private static void RequireKnown(List<int> generated, List<int> real, EvaluationOptions options)
    {
        if (generated.Except(real).Order().ToList() is [var stranger, ..])
            throw new InvalidOperationException(
                $"Generated rows have class {stranger} in column '{options.LabelColumnName}', but no real row has it, so their "
                    + "accuracy cannot be compared. Add real rows of it, or leave it out of the generated ones. Classes of real "
                    + $"rows are {string.Join(", ", real.Distinct().Order().Take(10))}.");
    }

    private static SampleWatch Watch(EvaluationOptions options, string column, SampleWatch? real = null) =>
        new(options, $"The values of column '{column}'", real);
}
