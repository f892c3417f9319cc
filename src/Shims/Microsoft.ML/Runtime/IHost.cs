namespace Microsoft.ML.Runtime;

/// <summary>The environment of one component.</summary>
public interface IHost : IHostEnvironment
{
    /// <summary>Deterministic under a seeded context, by order of registration or by the component's own seed.</summary>
    Random Rand { get; }
}
