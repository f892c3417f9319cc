using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>The rows that are compared: of the same columns, drawn by the seed, without those that name or number the rows.</summary>
internal sealed record QualityTables
{
    private const int RowsOfBlock = 50_000;
    private const double ExpectedRepeats = 20;

    private readonly Func<IEnumerable<IReadOnlyList<TableColumn>>> _blocks = () => [];

    private QualityTables(Func<IEnumerable<IReadOnlyList<TableColumn>>> blocks) => _blocks = blocks;

    /// <summary>The columns of training rows.</summary>
    public required TableColumn[] Real { get; init; }

    /// <summary>The same columns of synthetic rows.</summary>
    public required TableColumn[] Synthetic { get; init; }

    /// <summary>The same columns of holdout rows; null without a holdout.</summary>
    public required TableColumn[]? Holdout { get; init; }

    /// <summary>Which rows of the synthetic table these are.</summary>
    public required int[] SyntheticRows { get; init; }

    /// <summary>The number of training rows, also of those that were not drawn.</summary>
    public required int RealCount { get; init; }

    /// <summary>The number of synthetic rows, also of those that were not drawn.</summary>
    public required int SyntheticCount { get; init; }

    /// <summary>The columns that name or number the rows, which are left out.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="InvalidOperationException">They have different columns, too few rows, or nothing to compare.</exception>
    public static QualityTables Read(IDataView real, IDataView synthetic, IDataView? holdout, TableQualityOptions options)
    {
        var random = new Random(options.Seed);
        var (realRows, realCount, realColumns) = Drawn(real, options, random);
        var (syntheticRows, syntheticCount, syntheticColumns) = Drawn(synthetic, options, random);
        ComparedTables.RequireKnown(options.WithoutColumns, realColumns, syntheticColumns);
        var left = ComparedTables.Compared(realColumns, "real", options.WithoutColumns);
        var right = ComparedTables.Compared(syntheticColumns, "synthetic", options.WithoutColumns);
        var third = holdout is null ? null : ComparedTables.Compared(Drawn(holdout, options, random).Columns, "holdout", options.WithoutColumns);

        right = ComparedTables.Aligned(left, right, "synthetic");
        third = third is null ? null : ComparedTables.Aligned(left, third, "holdout");
        right = ComparedTables.Aligned(left, right, "synthetic"); // The holdout alone may say what a column has.

        bool[] areSingle = [.. Enumerable.Range(0, left.Length).Select(i => left[i].IsSingle || right[i].IsSingle || third?[i].IsSingle == true)];
        bool[] areKept = [.. left.Select(column => !IsIdentifier(column, realCount))];
        if (!areKept.Contains(true))
            throw new InvalidOperationException(
                $"All columns name or number the rows: {ComparedTables.Quoted([.. left.Select(column => column.Name)])}. Use a table with other columns, too.");
        TableColumn[] Kept(TableColumn[] columns) => [.. columns.Zip(areSingle, Rounded).Where((_, i) => areKept[i])];

        var kept = Kept(left);
        IEnumerable<IReadOnlyList<TableColumn>> Blocks() => TableReader.Blocks(real, options.WithoutColumns, RowsOfBlock).Select(block => Like(kept, block));
        return new(() => realRows.Length == realCount ? [kept] : Blocks())
        {
            Real = kept,
            Synthetic = Kept(right),
            Holdout = third is null ? null : Kept(third),
            SyntheticRows = syntheticRows,
            RealCount = realCount,
            SyntheticCount = syntheticCount,
            Identifiers = [.. left.Where((_, i) => !areKept[i]).Select(column => column.Name)],
        };
    }

    /// <summary>All training rows, some at a time.</summary>
    public IEnumerable<IReadOnlyList<TableColumn>> RealBlocks() => _blocks();

    private static (int[] Rows, int Count, IReadOnlyList<TableColumn> Columns) Drawn(IDataView view, TableQualityOptions options, Random random)
    {
        var count = checked((int)(view.GetRowCount() ?? Count(view)));
        var rows = RowSample.Draw(count, options.Rows, random);
        if (rows.Length == count)
            return (rows, count, ComparedTables.Read(view, options.WithoutColumns));
        var keeps = new bool[count];
        Array.ForEach(rows, row => keeps[row] = true);
        return (rows, count, ComparedTables.Read(new RowSubsetView(view, keeps), options.WithoutColumns));
    }

    private static long Count(IDataView view)
    {
        using var cursor = view.GetRowCursor([]);
        var count = 0L;
        while (cursor.MoveNext())
            count++;
        return count;
    }

    /// <summary>Whether a column names or numbers the rows: of drawn rows, integers that would repeat if they were not numbers of rows.</summary>
    private static bool IsIdentifier(TableColumn column, int count)
    {
        if (column.IsIdentifier)
            return true;
        var rows = column.Count;
        return rows < count && rows / 2.0 * rows / count > ExpectedRepeats
            && column.Numbers is { } numbers && numbers.All(double.IsInteger) && numbers.Max() - numbers.Min() < count && numbers.Distinct().Count() == rows;
    }

    private static TableColumn Rounded(TableColumn column, bool isSingle) => isSingle && column.Numbers is not null
        ? column with { Numbers = [.. column.SingleNumbers], IsSingle = true }
        : column;

    /// <summary>The columns of a block that are compared, as they are compared.</summary>
    private static TableColumn[] Like(TableColumn[] compared, IReadOnlyList<TableColumn> block) =>
    [
        .. from column in compared
           let read = block.First(other => other.Name == column.Name)
           select read.Numbers is not null == column.Numbers is not null
               ? Rounded(read, column.IsSingle)
               : read.WithoutValues(areNumbers: column.Numbers is not null),
    ];
}
