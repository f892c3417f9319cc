using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// The column that a generator adds to a row: a function of the row's label and of its latent or, without one, its id.
/// </summary>
internal static class GeneratedColumn
{
    public static AddedColumns Mapper(GeneratorModel model, DataViewSchema schema)
    {
        var metadata = model.Metadata;
        List<DataViewSchema.Column> dependencies = [];
        DataViewSchema.Column? label = null;
        DataViewSchema.Column? latent = null;
        if (metadata.LabelColumnName is { } labelName)
            dependencies.Add((label = ColumnCheck.FindLabel(schema, labelName)).Value);
        if (metadata.LatentColumnName is { } latentName)
            dependencies.Add((latent = ColumnCheck.FindVector(schema, "latent", latentName, metadata.LatentSize)).Value);

        return new(schema, [GeneratedSample.Column(metadata)], dependencies,
            VectorBatch.RowsOf(metadata.Shape.Size), (source, count) => Batch(model, source, count, label, latent));
    }

    private static VectorBatch Batch(GeneratorModel model, DataViewRow row, int capacity,
        DataViewSchema.Column? labelColumn, DataViewSchema.Column? latentColumn)
    {
        var metadata = model.Metadata;
        var readLabel = labelColumn is { } label ? LabelColumn.Bind(row, label) : null;
        var readLatent = latentColumn is { } latent
            ? SampleColumn.Bind(row, latent, SampleShape.Vector(metadata.LatentSize), isBounded: false)
            : Drawn(row, metadata.Seed);
        var labels = readLabel is null ? null : new long[capacity];
        var latents = new float[capacity * metadata.LatentSize];

        return new(capacity, [metadata.Shape.Size],
            take: i =>
            {
                if (readLabel is not null)
                {
                    labels![i] = LabelColumn.Known(readLabel(), metadata.Classes, metadata.LabelColumnName!, row.Position);
                    if (TrainedClasses.Problem(metadata, labels[i]) is { } problem)
                        throw new InvalidOperationException(
                            $"Row {row.Position} of label column '{metadata.LabelColumnName}' cannot be generated. {problem}");
                }

                readLatent(latents.AsSpan(i * metadata.LatentSize, metadata.LatentSize));
            },
            compute: (count, samples) => model.Generate(
                count, latents.AsMemory(0, count * metadata.LatentSize), labels is null ? default : labels.AsMemory(0, count),
                samples[0].AsMemory(0, count * metadata.Shape.Size)));
    }

    private static SampleColumn.Reader Drawn(DataViewRow row, int seed)
    {
        var getId = row.GetIdGetter();
        return latent =>
        {
            DataViewRowId id = default;
            getId(ref id);
            LatentNoise.Fill(latent, seed, id.Low, id.High);
        };
    }
}
