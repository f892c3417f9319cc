using Microsoft.ML;

namespace Shims.Tests;

/// <summary>An estimator as code outside of ML.NET writes it.</summary>
internal sealed class DoublingEstimator : IEstimator<Doubler>
{
    public IDataView? Seen { get; private set; }

    public Doubler Fit(IDataView input)
    {
        Seen = input;
        return new();
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => Capture.With(
        inputSchema, [new("Twice", new Microsoft.ML.Data.VectorDataViewType(Microsoft.ML.Data.NumberDataViewType.Single, 1))]);
}
