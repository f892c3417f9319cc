namespace MLNet.Gan.Reports;

/// <summary>What holds for a whole column of a table.</summary>
internal static class TableColumns
{
    /// <summary>Whether a column holds numbers, and beside them at most empty cells.</summary>
    public static bool IsNumeric(IReadOnlyList<IReadOnlyList<ReportValue>> rows, int column) =>
        rows.Any(row => row[column].IsNumber)
        && rows.All(row => row[column].IsNumber || row[column].Text.Length == 0);
}
