using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Keeps some columns, or drops some.</summary>
public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
{
    internal ColumnSelectingEstimator(ColumnSelectingTransformer transformer)
        : base(transformer)
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var name in Transformer.Names)
            inputSchema.Input(name);
        return new(Transformer.Keeps
            ? Transformer.Names.Select(inputSchema.Input)
            : inputSchema.Where(column => !Transformer.Names.Contains(column.Name)));
    }
}
