using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys back to the values that they stand for.</summary>
public sealed class KeyToValueMappingEstimator : TrivialEstimator<KeyToValueMappingTransformer>
{
    private readonly ColumnPair[] _pairs;

    internal KeyToValueMappingEstimator(ColumnPair[] pairs)
        : base(new(pairs)) => _pairs = pairs;

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Map(pair, inputSchema.Input(pair.Input)))]);
    }

    private static SchemaShape.Column Map(ColumnPair pair, SchemaShape.Column input)
    {
        if (!input.IsKey)
            throw Check.Mismatch("input", pair.Input, "KeyType", input.TypeText);
        if (input.Annotations.Find(AnnotationKinds.KeyValues) is not { } values)
            throw Check.NoKeyValues(pair.Input);
        SchemaShape annotations = new(input.Annotations.Where(kind => kind.Name == AnnotationKinds.SlotNames));
        return new(pair.Output, input.Kind, values.ItemType, values.IsKey, annotations);
    }
}
