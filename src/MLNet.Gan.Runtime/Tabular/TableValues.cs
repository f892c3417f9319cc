namespace MLNet.Gan;

/// <summary>A growing list of values that never moves those that it has, so that it needs no second copy while it grows.</summary>
internal sealed class TableValues<T>
{
    private const int Bits = 12;
    private readonly List<T[]> _blocks = [];

    /// <summary>The number of values.</summary>
    public int Count { get; private set; }

    /// <summary>A value.</summary>
    public T this[int index] => _blocks[index >> Bits][index & ((1 << Bits) - 1)];

    /// <summary>Returns what becomes of each value.</summary>
    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        for (var i = 0; i < Count; i++)
            yield return selector(this[i]);
    }

    /// <summary>Appends a value.</summary>
    public void Add(T value)
    {
        var place = Count & ((1 << Bits) - 1);
        if (place == 0)
            _blocks.Add(new T[1 << Bits]);
        _blocks[^1][place] = value;
        Count++;
    }
}
