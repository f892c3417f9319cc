using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Copies columns under other names.</summary>
public sealed class ColumnCopyingEstimator : TrivialEstimator<ColumnCopyingTransformer>
{
    private readonly ColumnPair[] _pairs;

    internal ColumnCopyingEstimator(ColumnPair[] pairs)
        : base(new(pairs)) => _pairs = pairs;

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => inputSchema.Input(pair.Input).Renamed(pair.Output))]);
    }
}
