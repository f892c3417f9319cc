using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Lines of a text file as rows of numbers.</summary>
internal sealed class TextView : IDataView
{
    private readonly string _path;
    private readonly TextLoader.Column[] _columns;
    private readonly char _separator;
    private readonly bool _hasHeader;

    public TextView(string path, TextLoader.Column[] columns, char separator, bool hasHeader)
    {
        (_path, _columns, _separator, _hasHeader) = (path, columns, separator, hasHeader);
        DataViewSchema.Builder builder = new();
        foreach (var column in columns)
            builder.AddColumn(column.Name, column.Count == 1
                ? NumberDataViewType.Single
                : new VectorDataViewType(NumberDataViewType.Single, column.Count));
        Schema = builder.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly TextView _view;
        private readonly HashSet<int> _active;
        private readonly StreamReader _lines;
        private readonly float[] _fields;
        private long _position = -1;

        public Cursor(TextView view, HashSet<int> active)
        {
            (_view, _active, _lines) = (view, active, new(view._path));
            _fields = new float[active.Select(i => view._columns[i].First + view._columns[i].Count).Append(0).Max()];
            if (view._hasHeader)
                _lines.ReadLine();
        }

        public override DataViewSchema Schema => _view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            var line = _lines.ReadLine();
            while (line is "")
                line = _lines.ReadLine();
            _position = line is null ? -1 : _position + 1;
            if (line is not null)
                Parse(line);
            return line is not null;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Check.Active(this, column);
            var (first, count) = (_view._columns[column.Index].First, _view._columns[column.Index].Count);
            return Check.Getter<TValue>(count == 1
                ? (ValueGetter<float>)((ref float value) => value = _fields[first])
                : (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
                {
                    var editor = VBufferEditor.Create(ref value, count);
                    _fields.AsSpan(first, count).CopyTo(editor.Values);
                    value = editor.Commit();
                }));
        }

        protected override void Dispose(bool disposing)
        {
            _lines.Dispose();
            base.Dispose(disposing);
        }

        private void Parse(ReadOnlySpan<char> line)
        {
            var rest = line;
            for (var field = 0; field < _fields.Length; field++)
            {
                var end = rest.IndexOf(_view._separator);
                var text = end < 0 ? rest : rest[..end];
                _fields[field] = text.IsWhiteSpace() ? 0
                    : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
                    : float.NaN;
                rest = end < 0 ? [] : rest[(end + 1)..];
            }
        }
    }
}
