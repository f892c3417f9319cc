using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>
/// The door to everything. It is an <see cref="IHostEnvironment"/>, so components are given the context itself.
/// </summary>
public sealed class MLContext : IHostEnvironment
{
    private readonly Host _root;

    /// <summary>A context.</summary>
    /// <param name="seed">
    /// Makes the random numbers of components the same in each run, if they are registered in the same order.
    /// </param>
    public MLContext(int? seed = null)
    {
        _root = new(parent: null, "MLContext", seed) { Listener = message => Log?.Invoke(this, message) };
        Data = new(_root);
        Model = new(_root);
    }

    /// <summary>
    /// All messages of all components, raised on the thread that writes them. Progress of trainers does not come
    /// here.
    /// </summary>
    public event EventHandler<LoggingEventArgs>? Log;

    /// <summary>Views of objects, objects of views, and views of some rows.</summary>
    public DataOperationsCatalog Data { get; }

    /// <summary>Estimators that change columns.</summary>
    public TransformsCatalog Transforms { get; } = new();

    /// <summary>Saving, loading and applying models.</summary>
    public ModelOperationsCatalog Model { get; }

    /// <summary>The factories of custom mappings that models can be loaded with.</summary>
    public ComponentCatalog ComponentCatalog => _root.ComponentCatalog;

    /// <summary>The device that deep learning is to run on; null is the CPU.</summary>
    public int? GpuDeviceId { get; set; }

    /// <summary>Whether the CPU may stand in for a device that is not there.</summary>
    public bool FallbackToCpu { get; set; } = true;

    IHost IHostEnvironment.Register(string name, int? seed, bool? verbose) => _root.Register(name, seed, verbose);

    IChannel IChannelProvider.Start(string name) => _root.Start(name);
}
