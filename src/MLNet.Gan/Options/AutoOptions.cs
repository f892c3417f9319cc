using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Chooses options by the data, each with its reason.</summary>
internal sealed class AutoOptions(DataViewSchema schema, long rowCount, bool isOnGpu)
{
    private const int FewRows = 30_000;
    private readonly Dictionary<string, string> _reasons = [];

    /// <summary>The options, each with its reason.</summary>
    public GanOptions Choose()
    {
        var input = Input();
        var shape = Shape(input);
        var options = shape.IsImage ? ForImages(shape) : ForVectors(shape);
        return (options with
        {
            FeatureColumnName = Because(nameof(GanOptions.FeatureColumnName), input.Name, input.Name == "Features"
                ? "it is ML.NET's usual column of features"
                : "it is the only column of vectors of Single"),
            LabelColumnName = Label(),
            Regularizers = Because(nameof(GanOptions.Regularizers), options.Regularizers, shape.IsImage
                ? "R1 alone is enough for one image size; its weight is proportional to the number of pixels, 1 at 28 "
                    + "× 28 as measured in the demo, and computing it every fourth step costs a quarter"
                : "R1 and R2 keep relativistic pairing convergent (Huang et al., 2024)"),
        }).WithReasons(_reasons);
    }

    private DataViewSchema.Column Input()
    {
        if (schema.GetColumnOrNull("Features") is { } features && FeatureColumn.ShapeOf(features.Type) is not null)
            return features;
        var vectors = schema.Where(column => !column.IsHidden && IsVector(column)).ToList();
        return vectors is [var only] ? only : throw new ArgumentOutOfRangeException(nameof(schema), string.Join(", ",
            schema.Select(column => column.Name)), $"The data have {vectors.Count} columns of vectors of Single of a "
                + "known size, and none is called 'Features'. Name the column of samples 'Features', or set the options "
                + "yourself.");
    }

    private static bool IsVector(DataViewSchema.Column column) =>
        column.Type is VectorDataViewType { Size: > 0 } vector && vector.ItemType == NumberDataViewType.Single;

    private SampleShape Shape(DataViewSchema.Column input)
    {
        var shape = FeatureColumn.ShapeOf(schema, input.Name);
        return Because(nameof(GanOptions.Shape), shape, shape.IsImage
            ? $"column '{input.Name}' has the dimensions of images"
            : $"column '{input.Name}' has vectors of {shape.Size} numbers");
    }

    private string? Label() => schema.GetColumnOrNull("Label") is { Type: KeyDataViewType { Count: > 0 } key }
        ? Because<string?>(nameof(GanOptions.LabelColumnName), "Label", $"it holds one of {key.Count} classes")
        : Because<string?>(nameof(GanOptions.LabelColumnName), null, "no column 'Label' holds keys");

    private GanOptions ForVectors(SampleShape shape)
    {
        const int Steps = 12_000;
        var isSmall = shape.Size <= 32;
        var batchSize = Batch(256, "small layers cost little more for a large batch");
        return new()
        {
            Shape = shape,
            Architecture = Because<IArchitecture>(nameof(GanOptions.Architecture), new Mlp
            {
                LatentSize = Math.Clamp(shape.Size, 2, 64), Width = isSmall ? 128 : 256, IsResidual = !isSmall,
            }, isSmall ? "small vectors need no more than three layers of 128" : "large vectors need wider layers and "
                + "skip connections"),
            Loss = Because<IGanLoss>(nameof(GanOptions.Loss), new RelativisticPairingLoss(),
                "with R1 and R2 it is less sensitive to the penalties' weights than other losses"),
            Regularizers = [new R1Penalty { Gamma = 0.05 }, new R2Penalty { Gamma = 0.05 }],
            Standardizes = Because(nameof(GanOptions.Standardizes), true, "the components may have different units"),
            BatchSize = batchSize,
            Steps = Because(nameof(GanOptions.Steps), Steps, "as many as the mixtures of docs/benchmarks need"),
            Optimizer = Rate(from: 1e-3, to: 5e-5, Steps),
            Average = Average(batchSize, Steps),
        };
    }

    private GanOptions ForImages(SampleShape shape)
    {
        var steps = isOnGpu ? 50_000 : 7_000;
        var batchSize = Batch(isOnGpu ? 64 : 32, isOnGpu ? "a GPU processes 64 in parallel" : "a larger batch is not "
            + "faster on a CPU");
        var gamma = Math.Round((double)shape.Height * shape.Width / (28 * 28), 3);
        return Augmented(new()
        {
            Shape = shape,
            Architecture = Architecture(shape),
            Loss = Because<IGanLoss>(nameof(GanOptions.Loss), new NonSaturatingLoss(),
                "with R1 and high learning rates it learned fastest on Fashion-MNIST"),
            Regularizers = [new R1Penalty { Gamma = gamma, Interval = 4 }],
            BatchSize = batchSize,
            Steps = Because(nameof(GanOptions.Steps), steps, isOnGpu ? "about an hour" : "about five minutes at 28 × 28"),
            Optimizer = Rate(from: isOnGpu ? 1e-3 : 1.5e-3, to: 1e-4, steps),
            Average = Average(batchSize, steps),
        });
    }

    private IArchitecture Architecture(SampleShape shape)
    {
        var name = nameof(GanOptions.Architecture);
        if (shape.Height % 4 != 0 || shape.Width % 4 != 0)
            return Because<IArchitecture>(name, new Mlp { LatentSize = 64, Width = 256 },
                "Dcgan needs sides that are multiples of 4");
        return isOnGpu && Math.Min(shape.Height, shape.Width) >= 64
            ? Because<IArchitecture>(name, new R3Gan { Width = 96, Doublings = 1, Blocks = 2 },
                "residual blocks suit large images on a GPU")
            : Because<IArchitecture>(name, new Dcgan { Width = isOnGpu ? 64 : 32 },
                isOnGpu ? "the usual width" : "half the usual width, for a CPU");
    }

    private GanOptions Augmented(GanOptions options)
    {
        var square = AugmentationSets.Adaptive.All(augmentation => augmentation.Suits(options.Shape));
        if (rowCount >= FewRows)
        {
            Because(nameof(GanOptions.Augmentations), 0, $"{Text(rowCount)} images are enough without");
            return options;
        }

        var set = square ? AugmentationSets.Adaptive : AugmentationSets.DiffAugment;
        return options with
        {
            Augmentations = Because(nameof(GanOptions.Augmentations), set,
                $"a discriminator overfits on {Text(rowCount)} images"),
            Controllers = Because<IReadOnlyList<IController>>(nameof(GanOptions.Controllers),
                [new AdaptiveAugmentation()], "it adapts the probability of augmentations to the overfitting"),
        };
    }

    private int Batch(int most, string reason)
    {
        var size = (int)Math.Clamp(rowCount, 1, most);
        return Because(nameof(GanOptions.BatchSize), size, size == most ? reason : $"there are only {size} rows");
    }

    private IOptimizer Rate(double from, double to, int steps)
    {
        var reason = $"training converges when the learning rates fall from {Text(from)} to {Text(to)} over the run";
        Because(nameof(GanOptions.DiscriminatorOptimizer), 0, reason);
        return Because<IOptimizer>(nameof(GanOptions.GeneratorOptimizer),
            new Adam { LearningRate = Schedule.Cosine(from, to, steps) }, reason);
    }

    private IWeightAverage Average(int batchSize, int steps)
    {
        var horizon = Math.Min(10_000.0 * batchSize / 32, 0.05 * batchSize * steps);
        return Because<IWeightAverage>(nameof(GanOptions.Average), new HalfLifeAverage { HalfLife = Math.Round(horizon) },
            "a half-life of 10 000 images per 32 of the batch, but at most a twentieth of the run");
    }

    private T Because<T>(string name, T value, string reason)
    {
        _reasons[name] = reason;
        return value;
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
