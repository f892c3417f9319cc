using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>The door to everything; components register themselves in it.</summary>
public sealed class MLContext : IHostEnvironment
{
    private readonly Host _root;

    public MLContext(int? seed = null)
    {
        _root = new(parent: null, "MLContext", seed) { Listener = message => Log?.Invoke(this, message) };
        Data = new(_root);
        Model = new(_root);
    }

    public event EventHandler<LoggingEventArgs>? Log;

    public DataOperationsCatalog Data { get; }

    public TransformsCatalog Transforms { get; } = new();

    public ModelOperationsCatalog Model { get; }

    public ComponentCatalog ComponentCatalog => _root.ComponentCatalog;

    /// <summary>The device that deep learning is to run on; null is the CPU.</summary>
    public int? GpuDeviceId { get; set; }

    /// <summary>Whether the CPU may stand in for a device that is not there.</summary>
    public bool FallbackToCpu { get; set; } = true;

    string IExceptionContext.ContextDescription => _root.ContextDescription;

    IHost IHostEnvironment.Register(string name, int? seed, bool? verbose) => _root.Register(name, seed, verbose);

    IChannel IChannelProvider.Start(string name) => _root.Start(name);

    TException IExceptionContext.Process<TException>(TException ex) => _root.Process(ex);
}
