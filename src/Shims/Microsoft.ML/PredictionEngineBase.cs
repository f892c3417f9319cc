using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML;

/// <summary>What prediction engines have in common. It cannot be derived from outside.</summary>
public abstract class PredictionEngineBase<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    private readonly ITransformer _transformer;
    private readonly bool _ownsTransformer;
    private readonly ObjectRow<TSrc> _input;
    private readonly DataViewRow _output;
    private readonly Action<TDst> _fill;
    private bool _disposed;

    private protected PredictionEngineBase(ITransformer transformer, PredictionEngineOptions options)
    {
        Check.That(transformer.IsRowToRowMapper, nameof(transformer), "Must be a row to row mapper");
        (_transformer, _ownsTransformer) = (transformer, options.OwnsTransformer);
        _input = new(new(options.InputSchemaDefinition, SchemaDefinition.Direction.Read));
        var mapper = transformer.GetRowToRowMapper(_input.Schema);
        OutputSchema = mapper.OutputSchema;
        _output = mapper.GetRow(_input, mapper.OutputSchema);
        _fill = new RowType<TDst>(options.OutputSchemaDefinition, SchemaDefinition.Direction.Write)
            .Filler(_output, options.IgnoreMissingColumns);
    }

    /// <summary>The columns that the transformer makes.</summary>
    public DataViewSchema OutputSchema { get; }

    /// <summary>Makes a new object of another.</summary>
    public TDst Predict(TSrc example)
    {
        TDst prediction = new();
        Predict(example, ref prediction);
        return prediction;
    }

    /// <summary>Fills an object that exists; vectors use its arrays again where their sizes agree.</summary>
    public abstract void Predict(TSrc example, ref TDst prediction);

    /// <summary>Disposes the engine, and the transformer if the engine owns it; doing so again does nothing.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _output.Dispose();
        if (_ownsTransformer)
            (_transformer as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Fill(TSrc example, TDst prediction)
    {
        ArgumentNullException.ThrowIfNull(example);
        _input.Show(example);
        _fill(prediction);
    }
}
