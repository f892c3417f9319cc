using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>What rows tell of a column of a type.</summary>
/// <param name="schema">The column.</param>
/// <param name="type">Its type.</param>
/// <param name="parts">The encodings of its values.</param>
/// <param name="read">Reads the values of the current row; null where the source lacks the column.</param>
internal sealed class GivenColumn<TRaw, T>(TableColumnSchema schema, TableType<TRaw, T> type, ITablePart<T>[] parts, TableReading<T>? read) : IGivenColumn
    where T : notnull
{
    // Farther than any value is from another: a row that leaves a gap is taken only where all do.
    private const double Gap = 1e6;

    private readonly int[] _starts = parts.Starts();
    private readonly T[] _values = new T[parts.Length];
    private readonly bool[] _isTold = new bool[parts.Length];

    /// <inheritdoc/>
    public void Read()
    {
        if (read is null)
            return;
        read(_values);
        for (var i = 0; i < parts.Length; i++)
            _isTold[i] = !type.IsMissing(_values[i]);
    }

    /// <inheritdoc/>
    public bool Show(Span<float> condition)
    {
        var (place, isShown) = (0, false);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].IsCondition)
                continue;
            if (_isTold[i] && parts[i].StateOf(_values[i]) is { } state)
                (condition[place + state], isShown) = (1, true);
            place += parts[i].Counts.Count;
        }

        return isShown;
    }

    /// <inheritdoc/>
    public double Distance(ReadOnlySpan<float> generated)
    {
        var sum = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            var value = Decoded(generated, i);
            sum += _isTold[i] ? parts[i].SquaredDistance(_values[i], value) : type.IsMissing(value) ? Gap : 0;
        }

        return sum;
    }

    /// <inheritdoc/>
    public Delegate Getter(Action readRow, Func<ReadOnlyMemory<float>> generated)
    {
        TRaw Value(int i) => type.Write(_isTold[i] ? _values[i] : Decoded(generated().Span, i));
        if (!schema.IsVector)
            return (ValueGetter<TRaw>)((ref TRaw value) =>
            {
                readRow();
                value = Value(0);
            });
        return (ValueGetter<VBuffer<TRaw>>)((ref VBuffer<TRaw> value) =>
        {
            readRow();
            var editor = VBufferEditor.Create(ref value, parts.Length);
            for (var i = 0; i < parts.Length; i++)
                editor.Values[i] = Value(i);
            value = editor.Commit();
        });
    }

    private T Decoded(ReadOnlySpan<float> generated, int i) => parts[i].Decode(generated.Slice(_starts[i], parts[i].Width()));
}
