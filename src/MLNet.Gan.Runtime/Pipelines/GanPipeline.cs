using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Makes generators part of pipelines that ML.NET saves and loads.</summary>
/// <remarks>
/// ML.NET's model format is internal: a transformer of another assembly cannot be loaded as itself. But a chain of
/// ML.NET's own transformers can, and two of them call a custom mapping by its contract's name. So a generator is saved
/// as a <see cref="SavedGeneratorChain"/>.
/// </remarks>
internal static class GanPipeline
{
    /// <summary>Returns the generator as a chain of ML.NET's own transformers.</summary>
    public static TransformerChain<ITransformer> Persistent(MLContext context, GeneratorModel model)
    {
        var (metadata, transforms) = (model.Metadata, context.Transforms);
        List<IEstimator<ITransformer>> inputs = [];
        if (metadata.LabelColumnName is { } label)
            inputs.Add(metadata.LabelIsKey
                ? transforms.CopyColumns(SavedGeneratorColumns.LabelKey, label)
                : transforms.Conversion.ConvertType(SavedGeneratorColumns.LabelNumber, label, DataKind.Single));
        if (metadata.LatentColumnName is { } latent)
            inputs.Add(transforms.CopyColumns(SavedGeneratorColumns.Vector, latent));
        return SavedGeneratorChain.Of(
            context, Sources(metadata), SavedGenerator.Text(model), inputs, metadata.Shape.Dimensions,
            metadata.OutputColumnName, metadata.SlotNames);
    }

    private static EmptyView Sources(GeneratorMetadata metadata)
    {
        var builder = new DataViewSchema.Builder();
        if (metadata.LabelColumnName is { } label)
            builder.AddColumns([GeneratedLabel.Column(label, metadata)]);
        if (metadata.LatentColumnName is { } latent)
            builder.AddColumn(latent, new VectorDataViewType(NumberDataViewType.Single, metadata.LatentSize));
        return new(builder.ToSchema());
    }
}
