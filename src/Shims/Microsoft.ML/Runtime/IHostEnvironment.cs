namespace Microsoft.ML.Runtime;

/// <summary>Where components register themselves; an <see cref="MLContext"/> is one.</summary>
public interface IHostEnvironment : IChannelProvider
{
    /// <summary>The factories of custom mappings; those of one context are shared by all its hosts.</summary>
    ComponentCatalog ComponentCatalog { get; }

    /// <summary>The environment of a component.</summary>
    /// <param name="name">The component's name, the first part of its messages' source.</param>
    /// <param name="seed">
    /// Pins the component's random numbers; else the context and the order of registration decide.
    /// </param>
    /// <param name="verbose">Not looked at in this shim.</param>
    /// <exception cref="ArgumentOutOfRangeException">The name is empty.</exception>
    IHost Register(string name, int? seed = null, bool? verbose = null);
}
