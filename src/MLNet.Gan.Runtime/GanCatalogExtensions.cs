using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Hangs the catalog onto <see cref="MLContext"/>, beside ML.NET's own.</summary>
public static class GanCatalogExtensions
{
    extension(MLContext context)
    {
        /// <summary>Generative adversarial networks.</summary>
        public GanCatalog Gan => new(context);
    }
}
