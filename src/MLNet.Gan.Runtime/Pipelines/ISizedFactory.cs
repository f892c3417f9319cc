using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A factory of mappings that run a saved network and whose output has a known size.</summary>
internal interface ISizedFactory
{
    /// <summary>The mapping, for saving.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of what the mapping reads.</param>
    ITransformer Fit(MLContext context, IDataView source);
}
