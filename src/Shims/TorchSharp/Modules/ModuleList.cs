using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by number; a module that holds the list holds them.</summary>
/// <typeparam name="T">The kind of modules.</typeparam>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _list = [];

    /// <summary>A list of these modules, registered by position.</summary>
    /// <param name="modules">The modules, which the list then owns.</param>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<>)) => append(modules);

    /// <summary>How many modules.</summary>
    public int Count => _list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public T this[int index]
    {
        get => _list[index];
        set => Change(() => _list[index] = value);
    }

    /// <summary>Adds modules at the end.</summary>
    /// <param name="parameters">The modules.</param>
    public void append(params T[] parameters) => Change(() => _list.AddRange(parameters));

    /// <summary>Adds modules at the end.</summary>
    /// <param name="modules">The modules.</param>
    public void extend(IEnumerable<T> modules) => append([.. modules]);

    /// <summary>Adds a module at the end.</summary>
    /// <param name="item">The module.</param>
    public void Add(T item) => append(item);

    /// <summary>Puts a module at a position; those from there on move up.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <param name="item">The module.</param>
    public void Insert(int index, T item) => Change(() => _list.Insert(index, item));

    /// <summary>Takes a module out, without disposing it; those behind it move down.</summary>
    /// <param name="item">The module.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(T item)
    {
        var removed = false;
        Change(() => removed = _list.Remove(item));
        return removed;
    }

    /// <summary>Takes the module at a position out, without disposing it; those behind it move down.</summary>
    /// <param name="index">The position, from 0.</param>
    public void RemoveAt(int index) => Change(() => _list.RemoveAt(index));

    /// <summary>Takes all modules out, without disposing them.</summary>
    public void Clear() => Change(_list.Clear);

    /// <summary>Whether a module is in the list.</summary>
    /// <param name="item">The module.</param>
    public bool Contains(T item) => _list.Contains(item);

    /// <summary>The position of a module; −1 if it is not in the list.</summary>
    /// <param name="item">The module.</param>
    public int IndexOf(T item) => _list.IndexOf(item);

    /// <summary>Copies the modules into an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in it the first one comes.</param>
    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the list registers its modules itself.</summary>
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
