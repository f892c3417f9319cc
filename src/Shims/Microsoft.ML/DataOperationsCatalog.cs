using Microsoft.ML.Data;
using Microsoft.ML.Internal;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Makes views, and objects of views.</summary>
public sealed class DataOperationsCatalog
{
    private readonly IHostEnvironment _environment;

    internal DataOperationsCatalog(IHostEnvironment environment) => _environment = environment;

    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, SchemaDefinition? schemaDefinition = null)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);
        return new EnumerableView<TRow>(data, new(schemaDefinition, SchemaDefinition.Direction.Read));
    }

    /// <summary>Takes from <paramref name="schema"/> the types and annotations of the columns.</summary>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, DataViewSchema schema)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        return LoadFromEnumerable(data, SchemaDefinitions.Like<TRow>(schema));
    }

    public IEnumerable<TRow> CreateEnumerable<TRow>(
        IDataView data, bool reuseRowObject, bool ignoreMissingColumns = false, SchemaDefinition? schemaDefinition = null)
        where TRow : class, new()
    {
        ArgumentNullException.ThrowIfNull(data);
        RowType<TRow> type = new(schemaDefinition, SchemaDefinition.Direction.Write);
        var columns = type.In(data.Schema, ignoreMissingColumns).ToArray();
        return Rows();

        IEnumerable<TRow> Rows()
        {
            using var cursor = data.GetRowCursor(columns);
            var fill = type.Filler(cursor, ignoreMissingColumns);
            var row = new TRow();
            while (cursor.MoveNext())
            {
                if (!reuseRowObject)
                    row = new TRow();
                fill(row);
                yield return row;
            }
        }
    }

    /// <summary>Keeps in memory what has been read; the columns to prefetch are read at once.</summary>
    public IDataView Cache(IDataView input, params string[] columnsToPrefetch)
    {
        ArgumentNullException.ThrowIfNull(input);
        CachedView view = new(input);
        if (columnsToPrefetch is { Length: > 0 })
            view.Load(columnsToPrefetch.Select(name => Check.Input(input.Schema, name)));
        return view;
    }

    public IDataView ShuffleRows(IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(shufflePoolSize > 0, nameof(shufflePoolSize), "Must be positive");
        return new ShuffledView(input, seed ?? _environment.Register("RowShuffling").Rand.Next(), shufflePoolSize, shuffleSource);
    }

    public IDataView TakeRows(IDataView input, long count) => Range(input, 0, count, count);

    public IDataView SkipRows(IDataView input, long count) => Range(input, count, long.MaxValue, count);

    private static RangeView Range(IDataView input, long skip, long take, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(count >= 0, nameof(count), "Must be non-negative.");
        return new(input, skip, take);
    }
}
