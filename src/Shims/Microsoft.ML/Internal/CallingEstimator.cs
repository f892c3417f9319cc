namespace Microsoft.ML.Internal;

/// <summary>An estimator that shows each transformer it makes.</summary>
internal sealed class CallingEstimator<TTransformer>(IEstimator<TTransformer> estimator, Action<TTransformer> onFit)
    : IEstimator<TTransformer>
    where TTransformer : class, ITransformer
{
    public TTransformer Fit(IDataView input)
    {
        var transformer = estimator.Fit(input);
        onFit(transformer);
        return transformer;
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => estimator.GetOutputSchema(inputSchema);
}
