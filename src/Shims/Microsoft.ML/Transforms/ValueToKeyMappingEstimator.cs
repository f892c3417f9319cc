using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the distinct values of columns, and numbers them from 1.</summary>
public sealed class ValueToKeyMappingEstimator : IEstimator<ValueToKeyMappingTransformer>
{
    private readonly ColumnPair[] _pairs;
    private readonly int _maximum;
    private readonly KeyOrdinality _order;
    private readonly bool _asText;
    private readonly IDataView? _keyData;

    internal ValueToKeyMappingEstimator(ColumnPair[] pairs, int maximum, KeyOrdinality order, bool asText, IDataView? keyData)
    {
        Check.That(maximum > 0, "maximumNumberOfKeys", "Must be positive");
        Check.That(keyData is null || keyData.Schema.Count == 1, nameof(keyData), "Must have exactly one column");
        (_pairs, _maximum, _order, _asText, _keyData) = (pairs, maximum, order, asText, keyData);
    }

    /// <summary>What decides a key's number.</summary>
    public enum KeyOrdinality : byte
    {
        /// <summary>The order in which values are met; it depends on the order of the rows.</summary>
        ByOccurrence = 0,

        /// <summary>The order of the values; text is ordered by its characters' numbers.</summary>
        ByValue = 1,
    }

    /// <inheritdoc/>
    public ValueToKeyMappingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        GetOutputSchema(SchemaShape.Create(input.Schema));
        return new(_pairs, [.. _pairs.Select(pair => _keyData is null
            ? KeyMap.Learn(input, input.Schema[pair.Input], _maximum, _order, _asText)
            : KeyMap.Learn(_keyData, _keyData.Schema[0], _maximum, _order, _asText))]);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Map(pair, inputSchema.Input(pair.Input)))]);
    }

    private SchemaShape.Column Map(ColumnPair pair, SchemaShape.Column input)
    {
        if (input.ItemType is not PrimitiveDataViewType)
            throw Check.Mismatch("input", pair.Input, "vector or scalar of a primitive type", input.TypeText);
        SchemaShape.Column values = new(
            AnnotationKinds.KeyValues, SchemaShape.Column.VectorKind.Vector,
            _asText ? TextDataViewType.Instance : input.ItemType, isKey: false);
        SchemaShape annotations = new([.. input.Annotations.Where(kind => kind.Name == AnnotationKinds.SlotNames), values]);
        return new(pair.Output, input.Kind, NumberDataViewType.UInt32, isKey: true, annotations);
    }
}
