using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Drops columns.</summary>
public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
{
    internal ColumnSelectingEstimator(ColumnSelectingTransformer transformer)
        : base(transformer)
    {
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var name in Transformer.Names)
            inputSchema.Input(name);
        return new(inputSchema.Where(column => !Transformer.Names.Contains(column.Name)));
    }
}
