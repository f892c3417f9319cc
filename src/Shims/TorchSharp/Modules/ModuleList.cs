using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by number; a module that holds it holds them.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _list = [];

    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<>)) => append(modules);

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => _list[index];
        set => Change(() => _list[index] = value);
    }

    public void append(params T[] parameters) => Change(() => _list.AddRange(parameters));

    public void extend(IEnumerable<T> modules) => append([.. modules]);

    public void Add(T item) => append(item);

    public void Insert(int index, T item) => Change(() => _list.Insert(index, item));

    public bool Remove(T item)
    {
        var removed = false;
        Change(() => removed = _list.Remove(item));
        return removed;
    }

    public void RemoveAt(int index) => Change(() => _list.RemoveAt(index));

    public void Clear() => Change(_list.Clear);

    public bool Contains(T item) => _list.Contains(item);

    public int IndexOf(T item) => _list.IndexOf(item);

    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override void RegisterComponents()
    {
    }

    /// <summary>Changes the list and registers what it then holds, by position.</summary>
    private void Change(Action change)
    {
        change();
        ClearModules();
        for (var i = 0; i < _list.Count; i++)
            register_module(i.ToString(CultureInfo.InvariantCulture), _list[i]);
    }
}
