using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// The current row of a source, completed: of some generated rows with the categories that it tells, the one that is nearest in its numbers
/// has the values in the places of missing ones.
/// </summary>
internal sealed class CompletedRow : DataViewRow
{
    private readonly CompletedColumns _mapper;
    private readonly DataViewRow _input;
    private readonly HashSet<int> _active;
    private readonly TableSession _session;
    private readonly IGivenColumn[] _columns;
    private readonly RowConditions _conditions;
    private readonly ValueGetter<DataViewRowId> _id;
    private readonly float[] _latents, _uniform, _shown, _generated;
    private readonly int _width;
    private long _read = -1, _completed = -1;
    private int _best;

    public CompletedRow(CompletedColumns mapper, TableSession session, DataViewRow input, IEnumerable<DataViewSchema.Column> active)
    {
        (_mapper, _session, _input) = (mapper, session, input);
        _active = [.. active.Select(column => column.Index)];
        _id = input.GetIdGetter();
        _conditions = new(session.Encoding.Layout, new Dictionary<int, int>());
        _columns = _active.Any(mapper.Completes)
            ? [.. session.Encoding.Columns.Select(column => column.BindGiven(input, input.Schema.GetColumnOrNull(column.Schema.Name)))]
            : [];
        var rows = mapper.Candidates;
        _width = session.Encoding.Layout.Width;
        (_latents, _uniform) = (new float[rows * session.LatentSize], new float[rows]);
        (_shown, _generated) = (new float[rows * session.ConditionSize], new float[rows * _width]);
    }

    /// <inheritdoc/>
    public override DataViewSchema Schema => _mapper.OutputSchema;

    /// <inheritdoc/>
    public override long Position => _input.Position;

    /// <inheritdoc/>
    public override long Batch => _input.Batch;

    /// <inheritdoc/>
    public override ValueGetter<DataViewRowId> GetIdGetter() => _input.GetIdGetter();

    /// <inheritdoc/>
    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    /// <inheritdoc/>
    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw AddedColumns.NotActive(column);
        if (!_mapper.Completes(column.Index))
            return _input.GetGetter<TValue>(_input.Schema[column.Index]);
        var place = column.Index - _input.Schema.Count;
        var (start, width) = _session.Encoding.PlaceOf(place);
        return _columns[place].Getter(Read, () => Generated().Slice(start, width)) as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _input.Dispose();
        base.Dispose(disposing);
    }

    private void Read()
    {
        if (_read == _input.Position)
            return;
        foreach (var column in _columns)
            column.Read();
        _read = _input.Position;
    }

    private ReadOnlyMemory<float> Generated()
    {
        if (_completed != _input.Position)
        {
            Generate();
            _best = Enumerable.Range(0, _mapper.Candidates).MinBy(Distance);
            _completed = _input.Position;
        }

        return _generated.AsMemory(_best * _width, _width);
    }

    private void Generate()
    {
        DataViewRowId id = default;
        _id(ref id);
        LatentNoise.FillQuickly(_latents, _mapper.Seed, id.Low, id.High);
        LatentNoise.FillUniform(_uniform, _mapper.Seed, id.Low, id.High);
        var size = _session.ConditionSize;
        var told = _shown.AsSpan(0, size);
        told.Clear();
        if (Show(told))
        {
            for (var row = 1; row < _mapper.Candidates; row++)
                told.CopyTo(_shown.AsSpan(row * size, size));
        }
        else
        {
            for (var row = 0; row < _mapper.Candidates; row++)
                _conditions.Fill(row, (_uniform[row] + 1) / 2, _shown.AsSpan(row * size, size));
        }

        _session.Run(_mapper.Candidates, _latents, _shown, _generated);
    }

    private bool Show(Span<float> condition)
    {
        var (place, isShown) = (0, false);
        foreach (var (column, size) in _columns.Zip(_session.Encoding.ConditionSizes))
        {
            isShown |= column.Show(condition.Slice(place, size));
            place += size;
        }

        return isShown;
    }

    private double Distance(int row)
    {
        var sum = 0.0;
        for (var i = 0; i < _columns.Length; i++)
        {
            var (start, width) = _session.Encoding.PlaceOf(i);
            sum += _columns[i].Distance(_generated.AsSpan(row * _width + start, width));
        }

        return sum;
    }
}
