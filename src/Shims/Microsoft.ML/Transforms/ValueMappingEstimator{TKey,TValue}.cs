using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Looks values up in a table of known types.</summary>
public sealed class ValueMappingEstimator<TKey, TValue> : ValueMappingEstimator
{
    internal ValueMappingEstimator(ColumnPair[] pairs, ValueMap map)
        : base(pairs, map)
    {
    }
}
