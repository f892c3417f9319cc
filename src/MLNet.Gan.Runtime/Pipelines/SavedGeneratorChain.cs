using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// A chain of ML.NET's own transformers that carries a network as text and calls code of ours by a contract's name.
/// </summary>
internal static class SavedGeneratorChain
{
    /// <summary>A chain that runs a network.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of the columns that the network reads; it needs no rows.</param>
    /// <param name="payload">The network as text.</param>
    /// <param name="inputs">Steps that copy what the network reads into the carried columns.</param>
    /// <param name="dimensions">The dimensions of what it makes.</param>
    /// <param name="outputColumn">The column to add.</param>
    public static TransformerChain<ITransformer> Of(MLContext context, IDataView source, string payload,
        IEnumerable<IEstimator<ITransformer>> inputs, int[] dimensions, string outputColumn)
    {
        var transforms = context.Transforms;
        List<ITransformer> steps = [];
        void Add(Func<IDataView, ITransformer> fit)
        {
            steps.Add(fit(source));
            source = steps[^1].Transform(source);
        }

        Add(transforms.StatefulCustomMapping<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount>(
            SavedGeneratorStartFactory.Map, SavedGeneratorStartFactory.Begin, SavedGeneratorStartFactory.Contract).Fit);
        Add(transforms.Conversion.MapValue(
            SavedGeneratorColumns.Payload, [new KeyValuePair<string, string>(SavedGeneratorStartFactory.Key, payload)], SavedGeneratorColumns.Key).Fit);
        foreach (var input in inputs)
            Add(input.Fit);
        Add(view => SizedAssemblies.Factory(dimensions).Fit(context, view));
        Add(transforms.CopyColumns(outputColumn, SavedGeneratorColumns.Output).Fit);
        Add(transforms.DropColumns(SavedGeneratorColumns.All).Fit);
        return new([.. steps]);
    }
}
