using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>Adds a column of features, computed by an ONNX network. It is not trained.</summary>
public sealed class FeatureEstimator : IEstimator<FeatureTransformer>
{
    private readonly MLContext _context;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly IFeatureExtractor _extractor;

    internal FeatureEstimator(MLContext context, string outputColumn, string inputColumn, IFeatureExtractor extractor)
    {
        ArgumentException.ThrowIfNullOrEmpty(outputColumn);
        ArgumentException.ThrowIfNullOrEmpty(inputColumn);
        ArgumentNullException.ThrowIfNull(extractor);
        (_context, _outputColumn, _inputColumn, _extractor) = (context, outputColumn, inputColumn, extractor);
    }

    /// <inheritdoc/>
    public FeatureTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var transformer = new FeatureTransformer(_context, _outputColumn, _inputColumn, _extractor);
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        ColumnCheck.Vector(inputSchema, "input", _inputColumn);
        return SchemaShapes.With(
            inputSchema, _outputColumn, new VectorDataViewType(NumberDataViewType.Single, _extractor.FeatureSize));
    }
}
