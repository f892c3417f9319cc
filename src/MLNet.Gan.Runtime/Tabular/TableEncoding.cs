using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>How rows of a table become vectors of numbers in [−1, 1] and one-hot vectors, and back.</summary>
internal sealed class TableEncoding
{
    private readonly int[] _widths, _starts;

    public TableEncoding(IReadOnlyList<ITableColumnEncoding> columns, long rows)
    {
        (Columns, Rows, Layout) = (columns, rows, TableLayout.Of(columns));
        _widths = [.. columns.Select(column => column.Parts.Sum(part => part.Width()))];
        _starts = [.. columns.Select((_, i) => _widths.Take(i).Sum())];
        ConditionSizes = [.. columns.Select(column => column.Parts.Where(part => part.IsCondition).Sum(part => part.Counts.Count))];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ITableColumnEncoding> Columns { get; }

    /// <summary>The number of rows that it was learned from.</summary>
    public long Rows { get; }

    /// <summary>What the numbers of an encoded row are.</summary>
    public TableLayout Layout { get; }

    /// <summary>How many numbers of a condition each column has.</summary>
    public IReadOnlyList<int> ConditionSizes { get; }

    /// <summary>Where a column's numbers begin in an encoded row, and how many there are.</summary>
    public (int Start, int Width) PlaceOf(int column) => (_starts[column], _widths[column]);

    /// <summary>Learns the encoding of a table. Its rows are in memory until this returns.</summary>
    public static TableEncoding Fit(IDataView view, TableEncodingOptions options, int seed) =>
        Fit(TableRows.Read(view, options.Names(view.Schema)), options, seed);

    /// <summary>Learns the encoding of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">The options.</param>
    /// <param name="seed">The seed of the samples that mixtures are fitted to.</param>
    /// <exception cref="InvalidOperationException">
    /// There are no rows, all rows are equal, nearly every row has a text of its own, or an option does not fit a column's type.
    /// </exception>
    public static TableEncoding Fit(TableRows rows, TableEncodingOptions options, int seed)
    {
        if (rows.Count == 0)
            throw new InvalidOperationException("The table has 0 rows, so there is nothing to learn. Check the filters before it.");
        var columns = new ITableColumnEncoding[rows.Columns.Count];
        ForEach(columns.Length, i => columns[i] = rows.Columns[i].Fit(options, unchecked(seed * 31 + i * 7919)));
        var encoding = new TableEncoding(columns, rows.Count);
        return encoding.Layout.Width > 0 ? encoding : throw new InvalidOperationException(
            $"Every column of the table has the same value in all of its rows ({rows.Count}), so there is nothing to learn. Use more rows.");
    }

    /// <summary>Says what the columns become, and what a number of rows needs; null for those that it was learned from.</summary>
    public TableExplanation Explain(long? rows = null) => new(
        [.. Columns.SelectMany(column => column.Parts.Select((part, slot) => $"'{column.Schema.NameOf(slot)}' {part.Explanation}"))],
        Layout.Width, rows ?? Rows);

    /// <summary>Encodes rows in memory.</summary>
    /// <param name="rows">The rows, of the same columns.</param>
    /// <param name="seed">The seed of the modes that are drawn.</param>
    /// <returns>The rows [N, width], row-major.</returns>
    public float[] Encode(TableRows rows, int seed)
    {
        TableEncoder[] encoders = [.. Columns.Select((column, i) => column.Bind(rows.Columns[i]))];
        var width = Layout.Width;
        var encoded = new float[checked((long)rows.Count * width)];
        for (var row = 0; row < rows.Count; row++)
            Encode(encoders, row, seed, encoded.AsSpan(checked(row * width), width));
        return encoded;
    }

    /// <summary>Encodes rows of a view as they are read, in batches; equal to those encoded in memory.</summary>
    /// <param name="view">The view, which has the columns by name.</param>
    /// <param name="seed">The seed of the modes that are drawn.</param>
    /// <param name="batch">The number of rows of a batch, of which the last may have fewer.</param>
    /// <returns>Batches [n, width], row-major; each is overwritten by the next.</returns>
    public IEnumerable<ReadOnlyMemory<float>> Encode(IDataView view, int seed, int batch)
    {
        DataViewSchema.Column[] sources = [.. Columns.Select(column => ColumnCheck.Find(view.Schema, "input", column.Schema.Name))];
        using var cursor = view.GetRowCursor(sources);
        TableEncoder[] encoders = [.. Columns.Zip(sources, (column, source) => column.Bind(cursor, source))];
        var width = Layout.Width;
        var encoded = new float[checked(batch * width)];
        var count = 0;
        for (var row = 0; cursor.MoveNext(); row++)
        {
            var place = encoded.AsSpan(count * width, width);
            place.Clear();
            Encode(encoders, row, seed, place);
            if (++count < batch)
                continue;
            yield return encoded;
            count = 0;
        }

        if (count > 0)
            yield return encoded.AsMemory(0, count * width);
    }

    /// <summary>Returns a getter of ML.NET's for a column of an encoded row.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="current">Returns the encoded row.</param>
    public Delegate Getter(int column, Func<ReadOnlyMemory<float>> current)
    {
        var (start, width) = PlaceOf(column);
        return Columns[column].Getter(() => current().Slice(start, width));
    }

    /// <summary>Adds the nodes that decode a column of encoded rows [N, width].</summary>
    public (OnnxValue Value, OnnxElement Element) AddTo(OnnxGraph graph, OnnxValue rows, int column) =>
        Columns[column].AddTo(graph, rows, _starts[column]);

    private void Encode(TableEncoder[] encoders, int row, int seed, Span<float> destination)
    {
        var draws = RowDraws.Of(seed, row);
        for (var i = 0; i < encoders.Length; i++)
            encoders[i](row, draws.Of(i), destination.Slice(_starts[i], _widths[i]));
    }

    /// <summary>Does something for each column, on several threads. What is wrong with several columns is said at once.</summary>
    private static void ForEach(int count, Action<int> action)
    {
        var errors = new InvalidOperationException?[count];
        Parallel.For(0, count, i =>
        {
            try
            {
                action(i);
            }
            catch (InvalidOperationException error)
            {
                errors[i] = error;
            }
        });
        InvalidOperationException[] found = [.. errors.OfType<InvalidOperationException>()];
        if (found.Length > 0)
            throw new InvalidOperationException(string.Join('\n', found.Select(error => error.Message)), found[0]);
    }
}
