using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares two views in one pass over each.</summary>
internal static class GanEvaluation
{
    public static GanScores Evaluate(IDataView real, IDataView generated, EvaluationOptions options)
    {
        ColumnCheck.Named(real.Schema, options.RealColumnName, nameof(EvaluationOptions.RealColumnName));
        ColumnCheck.Named(generated.Schema, options.GeneratedColumnName, nameof(EvaluationOptions.GeneratedColumnName));
        var evaluator = new Evaluator(options);
        var (ofReal, realLabels) = EvaluationCache.Read(real, options.RealColumnName, options, evaluator);
        var (ofGenerated, generatedLabels) = Read(generated, options.GeneratedColumnName, options, evaluator);
        return new(evaluator.Compare(ofReal, ofGenerated),
            evaluator.Accuracy(ofGenerated, generatedLabels), evaluator.Accuracy(ofReal, realLabels));
    }

    /// <summary>Evaluates an ONNX generator, without label accuracy.</summary>
    public static GanScores Evaluate(string path, IDataView real, EvaluationOptions options, OnnxGenerator drawing)
    {
        ColumnCheck.Named(real.Schema, options.RealColumnName, nameof(EvaluationOptions.RealColumnName));
        using var generator = OnnxPath.Open(path, onnx => new ExternalGenerator(onnx, drawing.ExternalOptions));
        var evaluator = new Evaluator(options);
        if (generator.Shape.Size != evaluator.SampleSize)
            throw new ArgumentException(
                $"The generator generates {generator.Shape}, which are {generator.Shape.Size} numbers, but the network "
                    + $"'{options.Features.Name}' takes {evaluator.SampleSize}. Name a network for such samples.",
                nameof(path));

        var (ofReal, _) = EvaluationCache.Read(real, options.RealColumnName, options, evaluator);
        var ofGenerated = evaluator.Begin();
        foreach (var (count, samples) in generator.Generate(drawing.Count, drawing.Seed))
            evaluator.Add(ofGenerated, count, samples[..(count * evaluator.SampleSize)]);
        return new(evaluator.Compare(ofReal, ofGenerated));
    }

    /// <summary>Computes the network outputs for a view, and reads its labels if there is a classifier.</summary>
    public static (FeatureSet Set, List<int> Labels) Read(
        IDataView view, string column, EvaluationOptions options, Evaluator evaluator)
    {
        var set = evaluator.Begin();
        List<int> labels = [];
        var labelColumn = options.Classifier is null ? null : options.LabelColumnName;
        foreach (var block in SampleBlocks.Read(view, column, labelColumn, evaluator.SampleSize))
        {
            evaluator.Add(set, block.Count, block.Samples[..(block.Count * evaluator.SampleSize)]);
            labels.AddRange(block.Labels);
        }

        return (set, labels);
    }
}
