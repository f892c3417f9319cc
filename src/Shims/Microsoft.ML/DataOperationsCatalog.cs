using Microsoft.ML.Data;
using Microsoft.ML.Internal;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>
/// Makes views of objects, objects of views, and views of some rows; offered by <see cref="MLContext.Data"/>.
/// </summary>
public sealed class DataOperationsCatalog
{
    private readonly IHostEnvironment _environment;

    internal DataOperationsCatalog(IHostEnvironment environment) => _environment = environment;

    /// <summary>Objects as rows.</summary>
    /// <typeparam name="TRow">The class whose public members are the columns.</typeparam>
    /// <param name="data">
    /// The objects, enumerated anew for each cursor. Only an <see cref="IList{T}"/> can be shuffled.
    /// </param>
    /// <param name="schemaDefinition">Names and types for the members; what the class says when it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A member's type cannot be a column, or not that which is asked for.
    /// </exception>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, SchemaDefinition? schemaDefinition = null)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);
        return new EnumerableView<TRow>(data, new(schemaDefinition, SchemaDefinition.Direction.Read));
    }

    /// <summary>
    /// Objects as rows, with the types and annotations that a schema has for columns of the same names.
    /// </summary>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, DataViewSchema schema)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        return LoadFromEnumerable(data, SchemaDefinitions.Like<TRow>(schema));
    }

    /// <summary>Rows as objects, read while the sequence is enumerated, and anew each time.</summary>
    /// <typeparam name="TRow">The class whose public members are filled.</typeparam>
    /// <param name="data">The view.</param>
    /// <param name="reuseRowObject">
    /// Whether one object is filled again and again: fast, but nothing to put into a list.
    /// </param>
    /// <param name="ignoreMissingColumns">Whether members without a column keep their values; else they throw.</param>
    /// <param name="schemaDefinition">Names and types for the members.</param>
    /// <exception cref="InvalidOperationException">A column is missing or does not fit its member.</exception>
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

    /// <summary>
    /// Keeps in memory the columns that have been read. The view can be shuffled even where its source cannot.
    /// </summary>
    /// <param name="input">The source, each of whose columns is read once.</param>
    /// <param name="columnsToPrefetch">Columns to read at once; others are read when they are first asked for.</param>
    public IDataView Cache(IDataView input, params string[] columnsToPrefetch)
    {
        ArgumentNullException.ThrowIfNull(input);
        CachedView view = new(input);
        if (columnsToPrefetch is { Length: > 0 })
            view.Load(columnsToPrefetch.Select(name => Check.Input(input.Schema, name)));
        return view;
    }

    /// <summary>
    /// Draws rows at random from a pool that the source refills; every reading without random numbers of its own has
    /// the same order.
    /// </summary>
    /// <param name="input">The source.</param>
    /// <param name="seed">The seed; the context draws one when it is null.</param>
    /// <param name="shufflePoolSize">
    /// The number of rows in the pool, at least 1. A row comes fewer places than that earlier than in the source.
    /// </param>
    /// <param name="shuffleSource">Whether the source is to shuffle too, if it can.</param>
    public IDataView ShuffleRows(IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(shufflePoolSize > 0, nameof(shufflePoolSize), "Must be positive");
        return new ShuffledView(input, seed ?? _environment.Register("RowShuffling").Rand.Next(), shufflePoolSize, shuffleSource);
    }

    /// <summary>The first rows of a view; the new view cannot be shuffled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView TakeRows(IDataView input, long count) => Range(input, 0, count, count);

    /// <summary>The rows after the first few, none if there are no more; the new view cannot be shuffled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView SkipRows(IDataView input, long count) => Range(input, count, long.MaxValue, count);

    private static RangeView Range(IDataView input, long skip, long take, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(count >= 0, nameof(count), "Must be non-negative.");
        return new(input, skip, take);
    }
}
