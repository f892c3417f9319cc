using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>The presets that a CPU trains within minutes, to their last step under Guard.Watch.</summary>
internal static class PresetRuns
{
    public const string Prefix = "preset: ";
    private const int Rows = 20_000, Side = 28;

    private static readonly (string Name, string Data, GanOptions Options, Func<MLContext, IDataView> View)[] Presets =
    [
        ("Points", "Fashion-MNIST, mean of the upper and the lower half", Gan.Presets.Points, context => Averaged(context, 2, 1)),
        ("Tabular", "Fashion-MNIST, means of 4 × 4 fields", Gan.Presets.Tabular, context => Averaged(context, 4, 4)),
        ("Tabular", "table of 5 000 rows, one-hot categories of 68 to 8 %", Gan.Presets.Tabular with { Shape = null }, context => OneHotTable.View(context, 5000, 1)),
        ("Images28", "Fashion-MNIST", Gan.Presets.Images28, context => context.Data.TakeRows(FashionMnist.Train(context), Rows)),
    ];

    public static IEnumerable<Job> Jobs => Presets.Select(preset => new Job(
        Prefix + preset.Name, preset.Data, 1, preset.Options.ToText(), () => Run(preset.Options, preset.View)));

    private static Outcome Run(GanOptions options, Func<MLContext, IDataView> view)
    {
        var context = new MLContext(seed: 1);
        using var model = context.Gan.Trainers.Gan(options with { FeatureColumnName = "Features" }, new() { Threads = 1 }).Fit(view(context));
        return new() { Steps = model.Run!.Steps, Stability = new(model.Run, [], Failure: null) };
    }

    /// <summary>The pixels of images, averaged over fields.</summary>
    private static IDataView Averaged(MLContext context, int down, int across)
    {
        var (height, width) = (Side / down, Side / across);
        return context.Data.LoadFromEnumerable(
            FashionMnist.Images(context.Data.TakeRows(FashionMnist.Train(context), Rows)).Select(image => new Row
            {
                Features =
                [
                    .. from top in Enumerable.Range(0, down) from left in Enumerable.Range(0, across)
                       select Enumerable.Range(0, height * width)
                           .Average(i => image[(top * height + i / width) * Side + left * width + i % width]),
                ],
            }), SchemaDefinition.Create(typeof(Row)).WithSize(down * across));
    }

    private static SchemaDefinition WithSize(this SchemaDefinition schema, int size)
    {
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        return schema;
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
    }
}
