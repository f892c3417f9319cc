using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Data;
using MLNet.Gan.Generation;
using MLNet.Gan.Pipelines;

namespace MLNet.Gan;

/// <summary>Generators in pipelines that ML.NET saves and loads.</summary>
/// <remarks>
/// ML.NET keeps its model format to itself: a transformer of another assembly cannot come back as itself. But a chain
/// of ML.NET's own transformers can, and two of them call code of ours by a contract's name. So a generator is saved as
/// a <see cref="CarrierChain"/>.
/// </remarks>
internal static class GanPipeline
{
    /// <summary>The generator as a chain of ML.NET's own transformers.</summary>
    public static TransformerChain<ITransformer> Persistent(MLContext context, GeneratorModel model)
    {
        var (card, transforms) = (model.Card, context.Transforms);
        List<IEstimator<ITransformer>> inputs = [];
        if (card.LabelColumn is { } label)
            inputs.Add(card.LabelIsKey
                ? transforms.CopyColumns(Carried.LabelKey, label)
                : transforms.Conversion.ConvertType(Carried.LabelNumber, label, DataKind.Single));
        if (card.LatentColumn is { } latent)
            inputs.Add(transforms.CopyColumns(Carried.Vector, latent));
        return CarrierChain.Of(
            context, Sources(card), CarriedGenerator.Text(model), inputs, card.Shape.Dimensions, card.OutputColumn);
    }

    private static EmptyView Sources(GeneratorCard card)
    {
        var builder = new DataViewSchema.Builder();
        if (card.LabelColumn is { } label)
            builder.AddColumns([LabelType.Column(label, card)]);
        if (card.LatentColumn is { } latent)
            builder.AddColumn(latent, new VectorDataViewType(NumberDataViewType.Single, card.LatentSize));
        return new(builder.ToSchema());
    }
}
