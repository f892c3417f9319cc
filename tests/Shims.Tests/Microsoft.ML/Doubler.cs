using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

/// <summary>A transformer as code outside of ML.NET writes it: adds "Twice", which is "X" doubled.</summary>
internal sealed class Doubler(Action<ModelSaveContext>? save = null) : ITransformer, IDisposable
{
    public int Disposals { get; private set; }

    public bool IsRowToRowMapper => true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        DataViewSchema.Builder builder = new();
        builder.AddColumns(inputSchema);
        builder.AddColumn("Twice", inputSchema["X"].Type);
        return builder.ToSchema();
    }

    public IDataView Transform(IDataView input) => new View(input, GetRowToRowMapper(input.Schema));

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, GetOutputSchema(inputSchema));

    public void Save(ModelSaveContext ctx) => save?.Invoke(ctx);

    public void Dispose() => Disposals++;

    private sealed class Mapper(DataViewSchema input, DataViewSchema output) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => input;

        public DataViewSchema OutputSchema => output;

        public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
            dependingColumns.Select(column => column.Index < input.Count ? input[column.Index] : input["X"])
                .DistinctBy(column => column.Index);

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new Row(input, output, activeColumns);
    }

    private sealed class Row(DataViewRow source, DataViewSchema schema, IEnumerable<DataViewSchema.Column> columns) : DataViewRow
    {
        private readonly HashSet<int> _active = [.. columns.Select(column => column.Index)];

        public override DataViewSchema Schema => schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index < source.Schema.Count)
                return source.GetGetter<TValue>(source.Schema[column.Index]);
            var getter = source.GetGetter<VBuffer<float>>(source.Schema["X"]);
            VBuffer<float> x = default;
            ValueGetter<VBuffer<float>> twice = (ref VBuffer<float> value) =>
            {
                getter(ref x);
                value = new(x.Length, [.. x.DenseValues().Select(item => 2 * item)]);
            };
            return (ValueGetter<TValue>)(object)twice;
        }

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class View(IDataView source, IRowToRowMapper mapper) : IDataView
    {
        public bool CanShuffle => source.CanShuffle;

        public DataViewSchema Schema => mapper.OutputSchema;

        public long? GetRowCount() => source.GetRowCount();

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
            new Cursor(source.GetRowCursor(mapper.GetDependencies(columnsNeeded), rand), mapper, columnsNeeded);

        public DataViewRowCursor[] GetRowCursorSet(
            IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
            [.. source.GetRowCursorSet(mapper.GetDependencies(columnsNeeded), n, rand)
                .Select(cursor => new Cursor(cursor, mapper, columnsNeeded))];
    }

    private sealed class Cursor(DataViewRowCursor source, IRowToRowMapper mapper, IEnumerable<DataViewSchema.Column> columns)
        : DataViewRowCursor
    {
        private readonly DataViewRow _row = mapper.GetRow(source, columns);

        public override DataViewSchema Schema => _row.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => _row.IsColumnActive(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => _row.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _row.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            _row.Dispose();
            base.Dispose(disposing);
        }
    }
}
