using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.Gan.Data;
using MLNet.Gan.Generation;
using MLNet.Gan.Pipelines;

namespace MLNet.Gan;

/// <summary>Generators in pipelines that ML.NET saves and loads.</summary>
/// <remarks>
/// ML.NET keeps its model format to itself: a transformer of another assembly cannot come back as itself. But a chain of
/// ML.NET's own transformers can, and two of them call code of ours by a contract's name. So a generator is saved as such
/// a chain, which carries the ONNX file as text; <see cref="Restore"/> turns the chain back into the generator.
/// </remarks>
internal static class GanPipeline
{
    /// <summary>The generator as a chain of ML.NET's own transformers.</summary>
    public static TransformerChain<ITransformer> Persistent(MLContext context, GeneratorModel model)
    {
        var (card, carrier) = (model.Card, Convert.ToBase64String(model.Onnx));
        var transforms = context.Transforms;
        List<ITransformer> steps = [];
        IDataView view = Sources(card);

        void Add(IEstimator<ITransformer> step)
        {
            steps.Add(step.Fit(view));
            view = steps[^1].Transform(view);
        }

        Add(transforms.CustomMapping<Nothing, CarrierStart>(CarrierStartFactory.Map, CarrierStartFactory.Contract));
        Add(transforms.Conversion.MapValue(
            Carried.Payload, new[] { new KeyValuePair<string, string>(CarrierStartFactory.Key, carrier) }, Carried.Key));
        if (card.LabelColumn is { } label)
            Add(card.LabelIsKey
                ? transforms.CopyColumns(Carried.LabelKey, label)
                : transforms.Conversion.ConvertType(Carried.LabelNumber, label, DataKind.Single));
        if (card.LatentColumn is { } latent)
            Add(transforms.CopyColumns(Carried.Latent, latent));

        Add(transforms.CustomMapping<CarriedInput, CarriedSample>(CarriedGeneratorFactory.Map, CarriedGeneratorFactory.Contract));
        Add(transforms.CopyColumns(card.OutputColumn, Carried.Sample));
        Add(transforms.DropColumns(Carried.All));
        return new([.. steps]);
    }

    /// <summary>A pipeline in which such chains are generators again.</summary>
    public static ITransformer Restore(MLContext context, ITransformer pipeline) => pipeline switch
    {
        TransformerChain<ITransformer> chain when Payload(context, chain) is { } onnx =>
            new GanTransformer(context, GeneratorFile.Open(onnx, context)),
        TransformerChain<ITransformer> chain =>
            new TransformerChain<ITransformer>(chain.Select(step => Restore(context, step)), chain.Select(step => Scope(chain, step))),
        _ => pipeline,
    };

    /// <summary>When a step of a chain is at work; the chain tells it by what it leaves out.</summary>
    private static TransformerScope Scope(TransformerChain<ITransformer> chain, ITransformer step) =>
        new[] { TransformerScope.Training, TransformerScope.Testing, TransformerScope.Scoring }
            .Where(scope => chain.GetModelFor(scope).Contains(step))
            .Aggregate(TransformerScope.None, (all, scope) => all | scope);

    /// <summary>The ONNX file that a chain carries; null when it is not one of ours.</summary>
    private static byte[]? Payload(MLContext context, TransformerChain<ITransformer> chain)
    {
        if (chain.Take(2).ToArray() is not [CustomMappingTransformer<Nothing, CarrierStart>, ValueMappingTransformer values])
            return null;

        var key = context.Data.LoadFromEnumerable([new CarrierStart { Key = CarrierStartFactory.Key }]);
        return Convert.FromBase64String(values.Transform(key).GetColumn<string>(Carried.Payload).Single());
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
