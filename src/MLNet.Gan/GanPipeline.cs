using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.Gan.Data;
using MLNet.Gan.Generation;
using MLNet.Gan.Pipelines;

namespace MLNet.Gan;

/// <summary>Generators in pipelines that ML.NET saves and loads.</summary>
/// <remarks>
/// ML.NET keeps its model format to itself: a transformer of another assembly cannot come back as itself. But a chain
/// of ML.NET's own transformers can, and two of them call code of ours by a contract's name. So a generator is saved as
/// a <see cref="CarrierChain"/>; <see cref="Restore"/> turns the chain back into the generator.
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
        var sample = transforms.CustomMapping<CarriedInput, CarriedSample>(
            CarriedGeneratorFactory.Map, CarriedGeneratorFactory.Contract);
        return CarrierChain.Of(
            context, Sources(card), Convert.ToBase64String(model.Onnx), inputs, sample, card.OutputColumn);
    }

    /// <summary>A pipeline in which such chains are generators again.</summary>
    public static ITransformer Restore(MLContext context, ITransformer pipeline) => pipeline switch
    {
        TransformerChain<ITransformer> chain when IsGenerator(chain) =>
            new GanTransformer(context, GeneratorFile.Open(Onnx(context, chain), context)),
        TransformerChain<ITransformer> chain => new TransformerChain<ITransformer>(
            chain.Select(step => Restore(context, step)), chain.Select(step => Scope(chain, step))),
        _ => pipeline,
    };

    /// <summary>When a step of a chain is at work; the chain tells it by what it leaves out.</summary>
    private static TransformerScope Scope(TransformerChain<ITransformer> chain, ITransformer step) =>
        new[] { TransformerScope.Training, TransformerScope.Testing, TransformerScope.Scoring }
            .Where(scope => chain.GetModelFor(scope).Contains(step))
            .Aggregate(TransformerScope.None, (all, scope) => all | scope);

    private static byte[] Onnx(MLContext context, TransformerChain<ITransformer> chain) =>
        Convert.FromBase64String(CarrierChain.Payload(context, chain));

    private static bool IsGenerator(TransformerChain<ITransformer> chain) =>
        CarrierChain.Is(chain) && chain.OfType<CustomMappingTransformer<CarriedInput, CarriedSample>>().Any();

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
