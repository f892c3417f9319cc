namespace MLNet.Gan.Reports;

/// <summary>Properties of whole columns of a table.</summary>
internal static class TableColumns
{
    /// <summary>Returns whether a column contains only numbers and empty cells.</summary>
    public static bool IsNumeric(IReadOnlyList<IReadOnlyList<ReportValue>> rows, int column) =>
        rows.Any(row => row[column].IsNumber)
        && rows.All(row => row[column].IsNumber || row[column].Text.Length == 0);
}
