using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>A trainer that learns nothing and keeps what it was fitted to.</summary>
internal sealed class Seen : IEstimator<ITransformer>
{
    public IDataView? Input { get; private set; }

    public ITransformer Fit(IDataView input)
    {
        Input = input;
        return new TransformerChain<ITransformer>();
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
}
