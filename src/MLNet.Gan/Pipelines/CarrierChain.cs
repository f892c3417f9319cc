using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MLNet.Gan.Pipelines;

/// <summary>
/// A chain of ML.NET's own transformers that carries a network as text and calls code of ours by a contract's name.
/// </summary>
internal static class CarrierChain
{
    /// <summary>A chain that runs a network.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of the columns that the network reads; it needs no rows.</param>
    /// <param name="payload">The network as text.</param>
    /// <param name="inputs">Steps that copy what the network reads into the carried columns.</param>
    /// <param name="work">The mapping that fills <see cref="Carried.Sample"/>.</param>
    /// <param name="outputColumn">The column to add.</param>
    public static TransformerChain<ITransformer> Of(MLContext context, IDataView source, string payload,
        IEnumerable<IEstimator<ITransformer>> inputs, IEstimator<ITransformer> work, string outputColumn)
    {
        var transforms = context.Transforms;
        List<IEstimator<ITransformer>> estimators =
        [
            transforms.CustomMapping<Nothing, CarrierStart>(CarrierStartFactory.Map, CarrierStartFactory.Contract),
            transforms.Conversion.MapValue(
                Carried.Payload, [new KeyValuePair<string, string>(CarrierStartFactory.Key, payload)], Carried.Key),
            .. inputs,
            work,
            transforms.CopyColumns(outputColumn, Carried.Sample),
            transforms.DropColumns(Carried.All),
        ];

        List<ITransformer> steps = [];
        foreach (var estimator in estimators)
        {
            steps.Add(estimator.Fit(source));
            source = steps[^1].Transform(source);
        }

        return new([.. steps]);
    }

    /// <summary>Whether a chain was made by <see cref="Of"/>.</summary>
    public static bool Is(TransformerChain<ITransformer> chain) => chain.Take(2).ToArray() is
        [CustomMappingTransformer<Nothing, CarrierStart>, ValueMappingTransformer];

    /// <summary>The text that such a chain carries.</summary>
    public static string Payload(MLContext context, TransformerChain<ITransformer> chain)
    {
        var key = context.Data.LoadFromEnumerable([new CarrierStart { Key = CarrierStartFactory.Key }]);
        return chain.ElementAt(1).Transform(key).GetColumn<string>(Carried.Payload).Single();
    }
}
