using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// A chain of ML.NET's own transformers that contains a network as text and runs it in a custom mapping.
/// </summary>
internal static class SavedGeneratorChain
{
    /// <summary>Returns a chain that runs a network.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of the network's input columns; it needs no rows.</param>
    /// <param name="payload">The network as text.</param>
    /// <param name="inputs">Steps that copy the network's inputs to <see cref="SavedGeneratorColumns"/>.</param>
    /// <param name="dimensions">The dimensions of its output.</param>
    /// <param name="outputColumn">The column to add.</param>
    /// <param name="slotNames">The names of its components; null or empty without.</param>
    public static TransformerChain<ITransformer> Of(MLContext context, IDataView source, string payload,
        IEnumerable<IEstimator<ITransformer>> inputs, int[] dimensions, string outputColumn,
        IReadOnlyList<string>? slotNames = null)
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
        if (slotNames is { Count: > 0 } && NamedSlots.Concatenate(context, outputColumn, slotNames) is { } named)
        {
            Add(view => SlotAssemblies.Factory(slotNames.Count).Fit(context, view));
            Add(_ => named);
            Add(transforms.DropColumns([.. SlotAssemblies.Columns(slotNames.Count)]).Fit);
        }
        else
        {
            Add(view => SizedAssemblies.Factory(dimensions).Fit(context, view));
            Add(transforms.CopyColumns(outputColumn, SavedGeneratorColumns.Output).Fit);
            Add(transforms.DropColumns(SavedGeneratorColumns.Output).Fit);
        }

        Add(transforms.DropColumns(SavedGeneratorColumns.Inputs).Fit);
        return new([.. steps]);
    }
}
