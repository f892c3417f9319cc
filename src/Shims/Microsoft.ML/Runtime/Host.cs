namespace Microsoft.ML.Runtime;

/// <summary>A registered component, or the root that all are registered in.</summary>
internal sealed class Host(Host? parent, string name, int? seed) : IHost
{
    private readonly Random? _childSeeds = seed is { } value ? new Random(value) : null;
    private readonly Host? _parent = parent;

    public Random Rand { get; } = seed is { } value ? new Random(value) : new Random();

    public ComponentCatalog ComponentCatalog { get; } = parent?.ComponentCatalog ?? new();

    /// <summary>Who hears the messages; only the root's listener is asked.</summary>
    public Action<LoggingEventArgs>? Listener { get; init; }

    public IHost Register(string name, int? seed = null, bool? verbose = null)
    {
        Check.NonEmpty(name, nameof(name));
        return new Host(this, name, seed ?? NextSeed());
    }

    public IChannel Start(string name)
    {
        Check.NonEmpty(name, nameof(name));
        return new Channel(this, _parent is null ? name : $"{FullName}; {name}");
    }

    public void Send(LoggingEventArgs message)
    {
        var root = this;
        while (root._parent is { } parent)
            root = parent;
        root.Listener?.Invoke(message);
    }

    private string FullName => _parent?._parent is null ? name : $"{_parent.FullName}; {name}";

    private int? NextSeed()
    {
        if (_childSeeds is null)
            return null;
        lock (_childSeeds)
            return _childSeeds.Next();
    }
}
