using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Converts values to another type.</summary>
public sealed class TypeConvertingEstimator : TrivialEstimator<TypeConvertingTransformer>
{
    private readonly ColumnPair[] _pairs;

    internal TypeConvertingEstimator(ColumnPair[] pairs, DataKind kind)
        : base(new(pairs, kind)) => _pairs = pairs;

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Map(pair, inputSchema.Input(pair.Input)))]);
    }

    private SchemaShape.Column Map(ColumnPair pair, SchemaShape.Column input)
    {
        if (input.ItemType is not PrimitiveDataViewType)
            throw Check.Mismatch("input", pair.Input, $"{Transformer.OutputType}", input.TypeText);
        SchemaShape annotations = new(input.Annotations.Where(kind => kind.Name == AnnotationKinds.SlotNames));
        return new(pair.Output, input.Kind, Transformer.OutputType, isKey: false, annotations);
    }
}
