using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLNet.Gan;

/// <summary>
/// Numbers by mode-specific normalization (Xu et al., 2019): a component of the mixture is drawn by its responsibility and becomes
/// the state; the distance from its mean, in <see cref="NumberMode.Reach"/>es, the number of [−1, 1]. Values that are very
/// frequent, and the missing one, are states of their own.
/// </summary>
internal sealed class NumberPart<TRaw, T> : ITablePart<T>
    where T : notnull
{
    private const double FarApart = 9; // Squared, of a value and a missing one.

    private readonly TableType<TRaw, T> _type;
    private readonly INumberScale<T> _scale;
    private readonly NumberForm _form;
    private readonly IReadOnlyList<NumberMode> _modes;
    private readonly IReadOnlyList<CategoryCount<T>> _frequent;
    private readonly long _missing;
    private readonly double _variance;
    private readonly T[] _fixed; // The frequent values and the missing one.

    public NumberPart(TableType<TRaw, T> type, INumberScale<T> scale, NumberForm form, IReadOnlyList<NumberMode> modes,
        IReadOnlyList<CategoryCount<T>> frequent, long missing, string explanation)
    {
        (_type, _scale, _form, _modes, _frequent, _missing, Explanation) = (type, scale, form, modes, frequent, missing, explanation);
        _fixed = [.. frequent.Select(pair => pair.Value), .. missing > 0 ? type.Missing : []];
        _variance = Variance(modes);
        Counts = [.. modes.Select(mode => mode.Count), .. frequent.Select(pair => pair.Count), .. missing > 0 ? [missing] : (long[])[]];
        States =
        [
            .. modes.Index().Select(mode => $"mode {mode.Index + 1}"), .. frequent.Select(pair => type.Text(pair.Value)),
            .. missing > 0 ? ["missing"] : (string[])[],
        ];
    }

    /// <inheritdoc/>
    public bool HasNumber => true;

    /// <inheritdoc/>
    public IReadOnlyList<long> Counts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> States { get; }

    /// <inheritdoc/>
    public bool IsCondition => false;

    /// <inheritdoc/>
    public string Explanation { get; }

    /// <inheritdoc/>
    public (int State, float Number)? Find(string category) => null;

    /// <inheritdoc/>
    public int? StateOf(T value) => null;

    /// <inheritdoc/>
    public double SquaredDistance(T value, T other)
    {
        if (_type.IsMissing(value) || _type.IsMissing(other))
            return _type.IsMissing(value) == _type.IsMissing(other) ? 0 : FarApart;
        var distance = Position(value) - Position(other);
        return distance * distance / _variance;
    }

    /// <inheritdoc/>
    public void Encode(T value, RowDraws draws, Span<float> destination)
    {
        var known = Array.IndexOf(_fixed, value);
        if (known < 0 && _type.IsMissing(value))
            throw new InvalidOperationException("has no value, but none was missing in the rows that the table was learned from. Filter the row out.");
        if (known >= 0)
        {
            this.SetState(destination, _modes.Count + known);
            return;
        }

        var number = Position(value);
        var mode = _modes.Count == 1 ? 0 : Drawn(number, draws.Uniform(0));
        this.SetState(destination, mode);
        destination[0] = (float)Math.Clamp((number - _modes[mode].Mean) / _modes[mode].Reach, -1, 1);
    }

    /// <inheritdoc/>
    public T Decode(ReadOnlySpan<float> source)
    {
        var state = this.State(source);
        return state >= _modes.Count ? _fixed[state - _modes.Count]
            : _scale.FromNumber(_form.Inverse((double)source[0] * _modes[state].Reach + _modes[state].Mean));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, PartSource source)
    {
        OnnxValue Of(Func<NumberMode, double> parameter, double otherwise) => source.State == OnnxValue.Absent
            ? graph.Table([parameter(_modes[0])])
            : graph.Add("Gather", [graph.Table([.. _modes.Select(parameter), .. _fixed.Select(_ => otherwise)]), source.State]);

        var distance = graph.Add("Mul", [graph.Cast(source.Number, OnnxElement.Double), Of(mode => mode.Reach, 0)]);
        var number = graph.Add("Add", [distance, Of(mode => mode.Mean, 0)]);
        var value = _scale.FromNumber(graph, _form.AddInverse(graph, number));
        if (_fixed.Length == 0)
            return value;

        var isFixed = graph.Add("GreaterOrEqual", [source.State, graph.Constant(_modes.Count)]);
        T[] table = [.. _modes.Select(_ => _fixed[0]), .. _fixed];
        return graph.Add("Where", [isFixed, graph.Add("Gather", [graph.Table<T>(table), source.State]), value]);
    }

    /// <inheritdoc/>
    public JsonObject ToJson() => new()
    {
        ["modes"] = JsonSerializer.SerializeToNode(_modes),
        ["form"] = JsonSerializer.SerializeToNode(_form),
        ["origin"] = _scale.Grid?.Origin,
        ["step"] = _scale.Grid?.Step,
        ["frequent"] = JsonSerializer.SerializeToNode(_frequent),
        ["missing"] = _missing,
        ["explanation"] = Explanation,
    };

    /// <summary>Where a value is in the mixture.</summary>
    private double Position(T value)
    {
        var number = _scale.ToNumber(value);
        return _form.Logarithm?.Of(number) ?? number;
    }

    /// <summary>The variance of the mixture.</summary>
    private static double Variance(IReadOnlyList<NumberMode> modes)
    {
        var total = modes.Sum(mode => Math.Max(mode.Count, 1.0));
        var mean = modes.Sum(mode => Math.Max(mode.Count, 1.0) * mode.Mean) / total;
        return modes.Sum(mode => Math.Max(mode.Count, 1.0) * (mode.Deviation * mode.Deviation + (mode.Mean - mean) * (mode.Mean - mean))) / total;
    }

    private int Nearest(double number) => _modes.Index().MinBy(mode => Math.Abs(number - mode.Item.Mean) / mode.Item.Reach).Index;

    /// <summary>A mode that holds a number, drawn by its responsibility; the nearest where none does.</summary>
    private int Drawn(double number, double uniform)
    {
        Span<double> weights = stackalloc double[_modes.Count];
        var largest = double.NegativeInfinity;
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] = _modes[k].Holds(number) ? _modes[k].LogDensity(number) : double.NegativeInfinity;
            largest = Math.Max(largest, weights[k]);
        }

        if (double.IsNegativeInfinity(largest))
            return Nearest(number);

        var total = 0.0;
        for (var k = 0; k < weights.Length; k++)
            total += weights[k] = Math.Exp(weights[k] - largest);
        var left = uniform * total;
        for (var k = 0; k < weights.Length; k++)
        {
            left -= weights[k];
            if (left < 0)
                return k;
        }

        return weights.IndexOfAnyExcept(0); // Rounding alone comes here.
    }
}
