using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>An estimator of an <see cref="EvaluationTransformer"/> for pipelines. It is not trained.</summary>
public sealed class EvaluationEstimator : IEstimator<EvaluationTransformer>
{
    private readonly MLContext _context;
    private readonly EvaluationOptions _options;

    internal EvaluationEstimator(MLContext context, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_context, _options) = (context, options);
    }

    /// <inheritdoc/>
    public EvaluationTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var transformer = new EvaluationTransformer(_context, _options);
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        ColumnCheck.Vector(inputSchema, "input", _options.GeneratedColumnName);
        return inputSchema;
    }
}
