using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the range of columns, for scaling.</summary>
public sealed class NormalizingEstimator : IEstimator<NormalizingTransformer>
{
    private readonly ColumnPair[] _pairs;
    private readonly long _maximumRows;
    private readonly bool _fixZero;

    internal NormalizingEstimator(ColumnPair[] pairs, long maximumExampleCount, bool fixZero)
    {
        Check.That(maximumExampleCount > 1, nameof(maximumExampleCount), "Must be greater than 1");
        (_pairs, _maximumRows, _fixZero) = (pairs, maximumExampleCount, fixZero);
    }

    /// <inheritdoc/>
    public NormalizingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        GetOutputSchema(SchemaShape.Create(input.Schema));
        return new(_pairs, [.. _pairs.Select(pair => AffineMap.Learn(input, input.Schema[pair.Input], _maximumRows, _fixZero))]);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Map(pair, inputSchema.Input(pair.Input)))]);
    }

    private static SchemaShape.Column Map(ColumnPair pair, SchemaShape.Column input)
    {
        if (input.Kind == SchemaShape.Column.VectorKind.VariableVector)
            throw Check.Mismatch("input", pair.Input, "fixed-size vector or scalar", input.TypeText);
        if (input.ItemType != NumberDataViewType.Single && input.ItemType != NumberDataViewType.Double)
            throw Check.Mismatch("input", pair.Input, "vector or scalar of Single or Double", input.TypeText);
        SchemaShape.Column isNormalized = new(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance);
        SchemaShape annotations = new([.. input.Annotations.Where(kind => kind.Name == AnnotationKinds.SlotNames), isNormalized]);
        return new(pair.Output, input.Kind, input.ItemType, isKey: false, annotations);
    }
}
