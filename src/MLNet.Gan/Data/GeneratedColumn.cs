using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Generation;

namespace MLNet.Gan.Data;

/// <summary>
/// The column that a generator adds to a row: a function of its label and its latent, or else of its id.
/// </summary>
internal static class GeneratedColumn
{
    public static AddedColumn Mapper(GeneratorModel model, DataViewSchema schema)
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
        return new(schema, new(card.OutputColumn, type), dependencies, row => Getter(model, row, label, latent));
    }

    private static ValueGetter<VBuffer<float>> Getter(
        GeneratorModel model, DataViewRow row, DataViewSchema.Column? labelColumn, DataViewSchema.Column? latentColumn)
    {
        var card = model.Card;
        var readLabel = labelColumn is { } label ? LabelColumn.Bind(row, label) : null;
        var readLatent = latentColumn is { } latent
            ? SampleColumn.Bind(row, latent, SampleShape.Vector(card.LatentSize), isBounded: false)
            : Drawn(row, card.Seed);
        var labels = readLabel is null ? null : new long[1];
        var (latents, sample) = (new float[card.LatentSize], new float[card.Shape.Size]);

        return (ref VBuffer<float> value) =>
        {
            if (readLabel is not null)
                labels![0] = LabelColumn.Known(readLabel(), card.Classes, card.LabelColumn!, row.Position);
            readLatent(latents);
            model.Generate(1, latents, labels, sample);

            var editor = VBufferEditor.Create(ref value, sample.Length);
            sample.CopyTo(editor.Values);
            value = editor.Commit();
        };
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
