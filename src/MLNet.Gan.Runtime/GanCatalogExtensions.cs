using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Adds the catalog of GANs to <see cref="MLContext"/>.</summary>
public static class GanCatalogExtensions
{
    extension(MLContext context)
    {
        /// <summary>The catalog of generative adversarial networks (GANs).</summary>
        public GanCatalog Gan => new(context);
    }
}
