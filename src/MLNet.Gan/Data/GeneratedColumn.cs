using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Generation;

namespace MLNet.Gan.Data;

/// <summary>
/// The column that a generator adds to a row: a function of its label and its latent, or else of its id.
/// </summary>
internal static class GeneratedColumn
{
    public static AddedColumns Mapper(GeneratorModel model, DataViewSchema schema)
    {
        var card = model.Card;
        List<DataViewSchema.Column> dependencies = [];
        DataViewSchema.Column? label = null;
        DataViewSchema.Column? latent = null;
        if (card.LabelColumn is { } labelName)
            dependencies.Add((label = ColumnCheck.FindLabel(schema, labelName)).Value);
        if (card.LatentColumn is { } latentName)
            dependencies.Add((latent = ColumnCheck.FindVector(schema, "latent", latentName, card.LatentSize)).Value);

        var type = new VectorDataViewType(NumberDataViewType.Single, card.Shape.Dimensions);
        return new(schema, [new(card.OutputColumn, type)], dependencies,
            VectorBatch.RowsOf(card.Shape.Size), (source, count) => Batch(model, source, count, label, latent));
    }

    private static VectorBatch Batch(GeneratorModel model, DataViewRow row, int capacity,
        DataViewSchema.Column? labelColumn, DataViewSchema.Column? latentColumn)
    {
        var card = model.Card;
        var readLabel = labelColumn is { } label ? LabelColumn.Bind(row, label) : null;
        var readLatent = latentColumn is { } latent
            ? SampleColumn.Bind(row, latent, SampleShape.Vector(card.LatentSize), isBounded: false)
            : Drawn(row, card.Seed);
        var labels = readLabel is null ? null : new long[capacity];
        var latents = new float[capacity * card.LatentSize];

        return new(capacity, [card.Shape.Size],
            take: i =>
            {
                if (readLabel is not null)
                    labels![i] = LabelColumn.Known(readLabel(), card.Classes, card.LabelColumn!, row.Position);
                readLatent(latents.AsSpan(i * card.LatentSize, card.LatentSize));
            },
            compute: (count, samples) => model.Generate(
                count, latents.AsMemory(0, count * card.LatentSize), labels is null ? default : labels.AsMemory(0, count),
                samples[0].AsMemory(0, count * card.Shape.Size)));
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
