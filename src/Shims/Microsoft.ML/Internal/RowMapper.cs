using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>The mapper of all built-in transformers: copies some columns and computes others.</summary>
/// <param name="input">The schema that it reads.</param>
/// <param name="columns">The output columns, in order.</param>
/// <param name="bind">Given a row, makes the getter of the computed column at an index of <paramref name="columns"/>.</param>
internal sealed class RowMapper(
    DataViewSchema input, IReadOnlyList<MappedColumn> columns, Func<DataViewRow, Func<int, Delegate>> bind) : IRowToRowMapper
{
    public DataViewSchema InputSchema => input;

    public DataViewSchema OutputSchema { get; } = DataViewSchema.Of(columns.Select(column => column.Column));

    /// <summary>All columns of the input, then others.</summary>
    public static RowMapper Adding(
        DataViewSchema input, IEnumerable<MappedColumn> added, Func<DataViewRow, Func<int, Delegate>> bind) =>
        new(input, [.. input.Select(MappedColumn.Copy), .. added], row =>
        {
            var getters = bind(row);
            return index => getters(index - input.Count);
        });

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        [.. dependingColumns.SelectMany(column => columns[column.Index].Sources).Distinct().Order().Select(index => input[index])];

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(
            ReferenceEquals(input.Schema, InputSchema), nameof(input),
            "Schema of input row must be the same as schema the mapper is bound to");
        return new MappedRow(OutputSchema, columns, input, activeColumns, bind);
    }

    private sealed class MappedRow(
        DataViewSchema schema,
        IReadOnlyList<MappedColumn> columns,
        DataViewRow input,
        IEnumerable<DataViewSchema.Column> activeColumns,
        Func<DataViewRow, Func<int, Delegate>> bind) : DataViewRow
    {
        private readonly HashSet<int> _active = [.. activeColumns.Select(column => column.Index)];
        private readonly Lazy<Func<int, Delegate>> _getters = new(() => bind(input));

        public override DataViewSchema Schema => schema;

        public override long Position => input.Position;

        public override long Batch => input.Batch;

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Check.Active(this, column);
            var mapped = columns[column.Index];
            return mapped.IsCopy
                ? input.GetGetter<TValue>(input.Schema[mapped.Sources[0]])
                : Check.Getter<TValue>(_getters.Value(column.Index));
        }

        protected override void Dispose(bool disposing)
        {
            input.Dispose();
            base.Dispose(disposing);
        }
    }
}
