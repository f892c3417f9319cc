using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Puts columns of one item type behind one another in a vector.</summary>
public sealed class ColumnConcatenatingEstimator : IEstimator<ColumnConcatenatingTransformer>
{
    private readonly string _output;
    private readonly string[] _inputs;

    internal ColumnConcatenatingEstimator(string output, string[] inputs) => (_output, _inputs) = (output, inputs);

    /// <summary>Checks the schema of the data; reads no row.</summary>
    /// <inheritdoc/>
    public ColumnConcatenatingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ColumnConcatenatingTransformer transformer = new(_output, _inputs);
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var columns = _inputs.Select(inputSchema.Input).ToArray();
        var first = columns[0];
        foreach (var column in columns)
            if (!column.ItemType.Equals(first.ItemType) || column.IsKey != first.IsKey)
                throw Check.Mismatch("input", column.Name, $"{first.ItemType}", column.TypeText);

        var kind = columns.Any(column => column.Kind == SchemaShape.Column.VectorKind.VariableVector)
            ? SchemaShape.Column.VectorKind.VariableVector
            : SchemaShape.Column.VectorKind.Vector;
        return inputSchema.With([new(_output, kind, first.ItemType, first.IsKey)]);
    }
}
