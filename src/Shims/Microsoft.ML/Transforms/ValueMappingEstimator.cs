using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Looks values up in a table. It cannot be derived from outside.</summary>
public class ValueMappingEstimator : TrivialEstimator<ValueMappingTransformer>
{
    private readonly ColumnPair[] _pairs;
    private readonly ValueMap _map;

    internal ValueMappingEstimator(ColumnPair[] pairs, ValueMap map)
        : base(new(pairs, map)) => (_pairs, _map) = (pairs, map);

    /// <inheritdoc/>
    public sealed override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Map(pair, inputSchema.Input(pair.Input)))]);
    }

    private SchemaShape.Column Map(ColumnPair pair, SchemaShape.Column input)
    {
        if (!input.ItemType.Equals(_map.KeyType) || input.IsKey)
            throw Check.Mismatch("input", pair.Input, $"{_map.KeyType}", input.TypeText);
        SchemaShape.Column output = new(pair.Output, _map.ValueType);
        return output.Kind == SchemaShape.Column.VectorKind.Scalar
            ? new(pair.Output, input.Kind, output.ItemType, isKey: false)
            : output;
    }
}
