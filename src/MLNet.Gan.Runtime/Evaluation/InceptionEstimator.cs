using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Adds columns of an Inception network's outputs for a column of images. It is not trained.</summary>
public sealed class InceptionEstimator : IEstimator<InceptionTransformer>
{
    private readonly MLContext _context;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly InceptionOptions _options;

    internal InceptionEstimator(MLContext context, string outputColumn, string inputColumn, InceptionOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(outputColumn);
        ArgumentException.ThrowIfNullOrEmpty(inputColumn);
        ArgumentNullException.ThrowIfNull(options);
        (_context, _outputColumn, _inputColumn, _options) = (context, outputColumn, inputColumn, options);
    }

    /// <inheritdoc/>
    public InceptionTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ImageColumn.Find(input.Schema, _inputColumn, _options.Shape, _options.Range ?? PixelRange.PlusMinusOne); // Before a network is loaded.
        return new(_context, _outputColumn, _inputColumn, _options, Open());
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        ColumnCheck.Has(inputSchema, "input", _inputColumn);
        using var network = Open();
        return InceptionTransformer.Columns(network, _outputColumn).Aggregate(
            inputSchema, (schema, column) => SchemaShapes.With(schema, column.Name, column.Type));
    }

    private InceptionNetwork Open() => InceptionNetwork.Open(_options, _context.GpuDeviceId, _context.FallbackToCpu);
}
