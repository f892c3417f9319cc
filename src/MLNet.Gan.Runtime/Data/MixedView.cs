using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The rows of a view and, at random places among them, those of another.</summary>
/// <remarks>
/// Trainers that take one row after another would otherwise end with many rows of one class. The rows of each view keep their order.
/// </remarks>
internal sealed class MixedView : IDataView
{
    private readonly IDataView[] _sources;
    private readonly bool[] _isAdded;
    private readonly int[] _columns;
    private readonly ConcurrentDictionary<string, bool> _read = [];

    /// <param name="rows">The rows whose schema counts.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="added">
    /// Rows to add, with columns of the same names and types; a column that they lack has missing values.
    /// </param>
    /// <param name="addedCount">How many they are.</param>
    /// <param name="seed">The seed of the places.</param>
    /// <exception cref="InvalidOperationException">A column of the rows to add has another type.</exception>
    public MixedView(IDataView rows, int count, IDataView added, int addedCount, int seed)
    {
        _sources = [rows, added];
        _isAdded = [.. Enumerable.Repeat(false, count), .. Enumerable.Repeat(true, addedCount)];
        new Random(seed).Shuffle(_isAdded);
        _columns = [.. rows.Schema.Select(column => ReferenceEquals(rows.Schema, added.Schema) ? column.Index : Place(column, added.Schema))];
    }

    /// <summary>The columns that the added rows lack and a reader asked for.</summary>
    public IEnumerable<string> MissingRead => _read.Keys.Order(StringComparer.Ordinal);

    public DataViewSchema Schema => _sources[0].Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => _isAdded.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] wanted = [.. columnsNeeded];
        var added = wanted.Select(column => _columns[column.Index]).Where(place => place >= 0).Distinct();
        return new Cursor(
            this, [_sources[0].GetRowCursor(wanted), _sources[1].GetRowCursor([.. added.Select(place => _sources[1].Schema[place])])]);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    /// <summary>Where the added rows have a column; −1 if they lack it.</summary>
    private static int Place(DataViewSchema.Column column, DataViewSchema added)
    {
        if (column.IsHidden || added.GetColumnOrNull(column.Name) is not { } other)
            return -1;
        return other.Type.Equals(column.Type) ? other.Index : throw new InvalidOperationException(
            $"Column '{column.Name}' of the rows to add is of type {other.Type}, but of the training rows it is of type {column.Type}. "
                + "Rows to add need the same types.");
    }

    private sealed class Cursor(MixedView view, DataViewRowCursor[] sources) : DataViewRowCursor
    {
        private int _row = -1;

        private int Current => _row >= 0 && _row < view._isAdded.Length
            ? view._isAdded[_row] ? 1 : 0
            : throw new InvalidOperationException("Cannot call a getter on a cursor that is not at a row. Call MoveNext first.");

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _row < view._isAdded.Length ? _row : -1;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            if (_row >= view._isAdded.Length)
                return false;
            if (++_row < view._isAdded.Length)
                return sources[Current].MoveNext() ? true : throw Changed($"{(Current == 1 ? "added" : "training")} rows ended at row {_row}, but there were more");
            return sources[0].MoveNext() ? throw Changed("training rows do not end, but there were fewer") : false;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => sources[0].IsColumnActive(column);

        public override ValueGetter<DataViewRowId> GetIdGetter()
        {
            ValueGetter<DataViewRowId>[] getters = [.. sources.Select(source => source.GetIdGetter())];
            return (ref DataViewRowId id) =>
            {
                getters[Current](ref id);
                id = id.Combine(new((ulong)Current, 0));
            };
        }

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw AddedColumns.NotActive(column);
            var place = view._columns[column.Index];
            if (place < 0 && !column.IsHidden)
                view._read.TryAdd(column.Name, true);
            var missing = place < 0 ? MissingValue.Getter(column.Type) as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column) : null;
            ValueGetter<TValue>[] getters =
            [
                sources[0].GetGetter<TValue>(column),
                missing ?? sources[1].GetGetter<TValue>(sources[1].Schema[place]),
            ];
            return (ref TValue value) => getters[Current](ref value);
        }

        private static InvalidOperationException Changed(string what) =>
            new($"The {what} at the first pass. Cache the view: ml.Data.Cache(rows).");

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                Array.ForEach(sources, source => source.Dispose());
            base.Dispose(disposing);
        }
    }
}
