using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A factory of mappings that run a saved network and whose output has a known size.</summary>
internal interface ISizedFactory
{
    /// <summary>Returns the mapping, for saving.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">A view of the mapping's input columns.</param>
    ITransformer Fit(MLContext context, IDataView source);
}
