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

    /// <summary>How many disposables the scope owns.</summary>
    public int DisposablesCount => _owned.Count;

    internal DisposeScope? Outer { get; }

    /// <summary>Whether the scope owns this disposable.</summary>
    /// <param name="disposable">A tensor or anything that was attached.</param>
    public bool Contains(IDisposable disposable) => PlaceOf(disposable) >= 0;

    /// <summary>
    /// Hands a disposable to the scope around this one; without one nobody owns it then. Does nothing unless it is this
    /// scope's.
    /// </summary>
    /// <param name="disposable">The disposable, which is given back.</param>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, Outer);
        return disposable;
    }

    /// <summary>Hands two disposables to the scope around this one, as <see cref="MoveToOuter{T}(T)"/> does.</summary>
    /// <param name="first">The one, which is given back.</param>
    /// <param name="second">The other, which is given back.</param>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands disposables to the scope around this one, as <see cref="MoveToOuter{T}(T)"/> does.</summary>
    /// <param name="disposables">The disposables.</param>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => Move(disposables, Outer);

    /// <summary>Hands a disposable to another scope. Does nothing unless it is this scope's.</summary>
    /// <param name="scope">The other scope; null leaves the disposable to nobody.</param>
    /// <param name="disposable">The disposable, which is given back.</param>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    /// <summary>Lets a disposable go: nobody owns it then. Does nothing unless it is this scope's.</summary>
    /// <param name="disposable">The disposable, which is given back.</param>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, null);
        return disposable;
    }

    /// <summary>Lets disposables go, as <see cref="Detach{T}(T)"/> does.</summary>
    /// <param name="disposables">The disposables.</param>
    public void Detach(IEnumerable<IDisposable> disposables) => Move(disposables, null);

    /// <summary>Takes over a disposable; a tensor leaves the scope that owned it.</summary>
    /// <param name="disposable">The disposable.</param>
    public void Attach(IDisposable disposable)
    {
        if (Contains(disposable))
            return;
        (disposable as Tensor)?.OwningScope?.Remove(disposable);
        Add(disposable);
    }

    /// <summary>Disposes all that the scope owns; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes all that the scope owns but one; the scope stays open.</summary>
    /// <param name="keep">What stays, and is given back.</param>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Disposes all that the scope owns but some; the scope stays open.</summary>
    /// <param name="inKeep">What stays.</param>
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

    /// <summary>
    /// Disposes all that the scope owns and closes it; scopes inside it that are still open get no more tensors.
    /// </summary>
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
