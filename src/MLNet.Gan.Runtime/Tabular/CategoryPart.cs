using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLNet.Gan;

/// <summary>
/// Values as states of a one-hot vector: the most frequent ones, the missing value, and one state for all others, of which a number
/// of [−1, 1] then says which: each has an interval as long as its share.
/// </summary>
internal sealed class CategoryPart<TRaw, T> : ITablePart<T>
    where T : notnull
{
    private const double ShortestInterval = 1e-6; // A float near 1 tells 17 numbers apart in it.

    private readonly TableType<TRaw, T> _type;
    private readonly CategoryShares<T> _shares;
    private readonly T[] _values; // Frequent ones, the missing one, then the rare ones.
    private readonly float[] _edges;
    private readonly Dictionary<T, int> _places;

    public CategoryPart(TableType<TRaw, T> type, CategoryShares<T> shares, string explanation)
    {
        (_type, _shares, Explanation) = (type, shares, explanation);
        _values = [.. shares.Frequent.Select(pair => pair.Value), .. shares.Missing > 0 ? type.Missing : [], .. shares.Rare.Select(pair => pair.Value)];
        _places = _values.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _edges = Edges(shares.Rare);
        Counts =
        [
            .. shares.Frequent.Select(pair => pair.Count), .. shares.Missing > 0 ? [shares.Missing] : (long[])[],
            .. shares.Rare.Count > 0 ? [shares.Rare.Sum(pair => pair.Count)] : (long[])[],
        ];
        States =
        [
            .. shares.Frequent.Select(pair => type.Text(pair.Value)), .. shares.Missing > 0 ? ["missing"] : (string[])[],
            .. shares.Rare.Count > 0 ? ["other"] : (string[])[],
        ];
    }

    /// <inheritdoc/>
    public bool HasNumber => _shares.Rare.Count > 1;

    /// <inheritdoc/>
    public IReadOnlyList<long> Counts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> States { get; }

    /// <inheritdoc/>
    public bool IsCondition => Counts.Count > 1;

    /// <inheritdoc/>
    public string Explanation { get; }

    // The state that stands for all rare values is the last; the first of them follows the others in the list of values.
    private int Other => _values.Length - _shares.Rare.Count;

    /// <inheritdoc/>
    public (int State, float Number)? Find(string category)
    {
        var place = Array.FindIndex(_values, value => (_type.IsMissing(value) ? "" : _type.Text(value)) == category);
        return place < 0 ? null : (Math.Min(place, Counts.Count - 1), HasNumber && place >= Other ? Middle(place - Other) : 0);
    }

    /// <inheritdoc/>
    public int? StateOf(T value) => _places.TryGetValue(value, out var place) ? Math.Min(place, Counts.Count - 1) : null;

    /// <inheritdoc/>
    public double SquaredDistance(T value, T other) => 0;

    /// <inheritdoc/>
    public void Encode(T value, RowDraws draws, Span<float> destination)
    {
        if (!_places.TryGetValue(value, out var place))
            throw new InvalidOperationException(_type.IsMissing(value)
                ? "has no value, but none was missing in the rows that the table was learned from. Filter the row out."
                : $"has the value '{_type.Text(value)}', which none of the rows had that the table was learned from. Filter the row out; "
                    + "or, where the view gives other rows at each reading, keep one of them in memory (ml.Data.Cache).");
        this.SetState(destination, Math.Min(place, Counts.Count - 1));
        if (!HasNumber || place < Other)
            return;
        var (start, end) = (_edges[place - Other], _edges[place - Other + 1]);
        destination[0] = (float)(start + (end - start) * (0.1 + 0.8 * draws.Uniform(0)));
    }

    /// <inheritdoc/>
    public T Decode(ReadOnlySpan<float> source)
    {
        var state = this.State(source);
        return _values[HasNumber && state == Other ? Other + RareIndex(source[0]) : state];
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, PartSource source)
    {
        // Without states the index is that of the largest of one number, 0, in as many rows as there are.
        var state = source.State != OnnxValue.Absent ? source.State
            : graph.Add("ArgMax", [graph.Add("Slice", [source.Rows, graph.Constant(0), graph.Constant(1), graph.Constant(1)])],
                OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 1));
        if (!HasNumber)
            return graph.Add("Gather", [graph.Table<T>(_values), state]);

        var passed = graph.Cast(graph.Add("GreaterOrEqual", [source.Number, graph.Table(_edges.AsSpan(1.._shares.Rare.Count))]), OnnxElement.Int64);
        var rare = graph.Add("ReduceSum", [passed, graph.Constant(1)], OnnxAttribute.Of("keepdims", 1));
        var isOther = graph.Cast(graph.Add("Equal", [state, graph.Constant(Other)]), OnnxElement.Int64);
        return graph.Add("Gather", [graph.Table<T>(_values), graph.Add("Add", [state, graph.Add("Mul", [isOther, rare])])]);
    }

    /// <inheritdoc/>
    public JsonObject ToJson() => new() { ["categories"] = JsonSerializer.SerializeToNode(_shares), ["explanation"] = Explanation };

    private float Middle(int rare) => (_edges[rare] + _edges[rare + 1]) / 2;

    private int RareIndex(float number)
    {
        var (low, high) = (0, _shares.Rare.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = number >= _edges[middle] ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static float[] Edges(IReadOnlyList<CategoryCount<T>> rare)
    {
        var total = (double)rare.Sum(pair => pair.Count);
        var areShares = rare.All(pair => 2 * pair.Count / total > ShortestInterval);
        var edges = new float[rare.Count + 1];
        var before = 0L;
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = (float)(areShares ? 2 * before / Math.Max(total, 1) - 1 : 2.0 * i / rare.Count - 1);
            before += i < rare.Count ? rare[i].Count : 0;
        }

        return edges;
    }
}
