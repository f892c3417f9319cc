using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Owns the tensors made while it is the innermost scope of its thread; they are disposed with it.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;

    // A tensor knows its place in this list, so taking one out costs the same however many there are.
    private readonly List<IDisposable> _owned = [];

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
    }

    public int DisposablesCount => _owned.Count;

    internal DisposeScope? Outer { get; }

    public bool Contains(IDisposable disposable) => PlaceOf(disposable) >= 0;

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, Outer);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => Move(disposables, Outer);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, null);
        return disposable;
    }

    public void Detach(IEnumerable<IDisposable> disposables) => Move(disposables, null);

    public void Attach(IDisposable disposable)
    {
        if (Contains(disposable))
            return;
        (disposable as Tensor)?.OwningScope?.Remove(disposable);
        Add(disposable);
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        if (keep.Count == 0)
        {
            DisposeAll();
            return;
        }

        foreach (var disposable in _owned.Where(disposable => !keep.Contains(disposable)).ToList())
        {
            if (disposable is not Tensor)
                Remove(disposable);
            disposable.Dispose();
        }
    }

    public void Dispose()
    {
        DisposeAll();
        _manager.Close(this);
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
            (tensor.OwningScope, tensor.PlaceInScope) = (this, _owned.Count);
        _owned.Add(disposable);
    }

    /// <summary>Forgets a disposable; the last one takes its place.</summary>
    internal bool Remove(IDisposable disposable)
    {
        var place = PlaceOf(disposable);
        if (place < 0)
            return false;
        var last = _owned[^1];
        _owned[place] = last;
        if (last is Tensor moved)
            moved.PlaceInScope = place;
        _owned.RemoveAt(_owned.Count - 1);
        if (disposable is Tensor tensor)
            tensor.OwningScope = null;
        return true;
    }

    private int PlaceOf(IDisposable disposable) => disposable is Tensor tensor
        ? tensor.OwningScope == this ? tensor.PlaceInScope : -1
        : _owned.FindIndex(owned => ReferenceEquals(owned, disposable));

    private void DisposeAll()
    {
        foreach (var disposable in _owned)
        {
            if (disposable is Tensor tensor)
                tensor.DisposeFromScope();
            else
                disposable.Dispose();
        }

        _owned.Clear();
    }

    private void Move(IEnumerable<IDisposable> disposables, DisposeScope? target)
    {
        foreach (var disposable in disposables)
            Move(disposable, target);
    }

    private void Move(IDisposable disposable, DisposeScope? target)
    {
        if (Remove(disposable))
            target?.Add(disposable);
    }
}
