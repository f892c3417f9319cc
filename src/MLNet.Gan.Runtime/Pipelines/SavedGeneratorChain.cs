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
        var steps = SavedSteps.Begin(context, source, payload);
        foreach (var input in inputs)
            steps.Add(input.Fit);
        if (slotNames is { Count: > 0 } && NamedSlots.Concatenate(context, outputColumn, slotNames) is { } named)
        {
            steps.Add(view => SlotAssemblies.Factory(slotNames.Count).Fit(context, view));
            steps.Add(_ => named);
            steps.Add(transforms.DropColumns([.. SlotAssemblies.Columns(slotNames.Count)]).Fit);
        }
        else
        {
            steps.Add(view => SizedAssemblies.Factory(dimensions).Fit(context, view));
            steps.Add(transforms.CopyColumns(outputColumn, SavedGeneratorColumns.Output).Fit);
            steps.Add(transforms.DropColumns(SavedGeneratorColumns.Output).Fit);
        }

        steps.Add(transforms.DropColumns(SavedGeneratorColumns.Inputs).Fit);
        return steps.ToChain();
    }
}
