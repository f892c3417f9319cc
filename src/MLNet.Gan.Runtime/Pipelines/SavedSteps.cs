using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>The steps of a chain of ML.NET's own transformers, fitted one after another to a view without rows.</summary>
internal sealed class SavedSteps
{
    private readonly List<ITransformer> _steps = [];
    private IDataView _source;

    private SavedSteps(IDataView source) => _source = source;

    /// <summary>Begins a chain with the steps that number the rows and hold a network.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of the network's input columns; it needs no rows.</param>
    /// <param name="payload">The network as text.</param>
    public static SavedSteps Begin(MLContext context, IDataView source, string payload)
    {
        var steps = new SavedSteps(source);
        steps.Add(context.Transforms.StatefulCustomMapping<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount>(
            SavedGeneratorStartFactory.Map, SavedGeneratorStartFactory.Begin, SavedGeneratorStartFactory.Contract).Fit);
        steps.Add(context.Transforms.Conversion.MapValue(
            SavedGeneratorColumns.Payload, [new KeyValuePair<string, string>(SavedGeneratorStartFactory.Key, payload)], SavedGeneratorColumns.Key).Fit);
        return steps;
    }

    /// <summary>Fits the next step.</summary>
    public void Add(Func<IDataView, ITransformer> fit)
    {
        _steps.Add(fit(_source));
        _source = _steps[^1].Transform(_source);
    }

    /// <summary>Returns the chain.</summary>
    public TransformerChain<ITransformer> ToChain() => new([.. _steps]);

    /// <summary>Returns the network as text that a chain of these begins with; null for another chain.</summary>
    public static string? Payload(MLContext context, IEnumerable<ITransformer> chain)
    {
        ITransformer[] first = [.. chain.Take(2)];
        if (first is not [StatefulCustomMappingTransformer<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount> start, var payload])
            return null;
        var view = payload.Transform(start.Transform(context.Data.LoadFromEnumerable([new SavedGeneratorSource()])));
        return view.GetColumn<string>(SavedGeneratorColumns.Payload).Single();
    }
}
