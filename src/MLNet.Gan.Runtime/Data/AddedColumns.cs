using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A row-to-row mapping that adds columns of vectors.</summary>
/// <param name="inputSchema">What comes in.</param>
/// <param name="added">The columns to add.</param>
/// <param name="dependencies">The columns that they are computed from.</param>
/// <param name="bind">Creates what computes them for a batch of rows of a source.</param>
/// <param name="batchSize">How many rows are computed at once where many are read.</param>
internal sealed class AddedColumns(
    DataViewSchema inputSchema,
    IReadOnlyList<DataViewSchema.DetachedColumn> added,
    IReadOnlyList<DataViewSchema.Column> dependencies,
    int batchSize,
    Func<DataViewRow, int, VectorBatch> bind) : IRowToRowMapper
{
    public DataViewSchema InputSchema => inputSchema;

    public DataViewSchema OutputSchema { get; } = Extend(inputSchema, added);

    /// <summary>Whether a column of the output schema is an added one.</summary>
    public bool Adds(DataViewSchema.Column column) => column.Index >= inputSchema.Count;

    /// <summary>Which of the added ones a column of the output schema is.</summary>
    public int IndexOf(DataViewSchema.Column column) => column.Index - inputSchema.Count;

    public static DataViewSchema Extend(DataViewSchema schema, IEnumerable<DataViewSchema.DetachedColumn> added)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(schema);
        builder.AddColumns(added);
        return builder.ToSchema();
    }

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var wanted = dependingColumns.ToList();
        var passed = wanted.Where(column => !Adds(column)).Select(column => inputSchema[column.Index]);
        return (wanted.Any(Adds) ? passed.Concat(dependencies) : passed).DistinctBy(column => column.Index);
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(activeColumns);
        return new Row(this, input, [.. activeColumns.Select(column => column.Index)]);
    }

    private sealed class Row(AddedColumns mapper, DataViewRow input, HashSet<int> active) : DataViewRow
    {
        private readonly List<VectorBatch> _batches = [];

        public override DataViewSchema Schema => mapper.OutputSchema;

        public override long Position => input.Position;

        public override long Batch => input.Batch;

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw NotActive(column);
            if (!mapper.Adds(column))
                return input.GetGetter<TValue>(input.Schema[column.Index]);
            var one = mapper.One(input);
            _batches.Add(one);
            return GetterFor(one, mapper.IndexOf(column)) as ValueGetter<TValue> ?? throw WrongType<TValue>(column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _batches.ForEach(batch => batch.Complete());
                input.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    /// <summary>What computes the added columns for the rows of a source, many at once.</summary>
    public VectorBatch Bind(DataViewRow source) => bind(source, batchSize);

    private VectorBatch One(DataViewRow source) => bind(source, 1);

    public static InvalidOperationException NotActive(DataViewSchema.Column column) =>
        new($"Column '{column.Name}' is not active in the cursor. Request it when the cursor is created.");

    public static InvalidOperationException WrongType<TValue>(DataViewSchema.Column column) =>
        new($"Invalid TValue in GetGetter: '{typeof(TValue)}', but column '{column.Name}' is {column.Type}.");

    /// <summary>Returns a getter of an added column for a source that is read row by row, in batches of one.</summary>
    private static ValueGetter<VBuffer<float>> GetterFor(VectorBatch one, int column) => (ref VBuffer<float> value) =>
    {
        one.Clear();
        one.Take();
        one.CopyTo(column, 0, ref value);
    };
}
