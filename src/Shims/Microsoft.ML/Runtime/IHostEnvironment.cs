namespace Microsoft.ML.Runtime;

/// <summary>Where components register themselves.</summary>
public interface IHostEnvironment : IChannelProvider
{
    ComponentCatalog ComponentCatalog { get; }

    IHost Register(string name, int? seed = null, bool? verbose = null);
}
