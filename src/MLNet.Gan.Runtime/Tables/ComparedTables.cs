using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>The columns of tables that are compared with a real one: those of the same names, with values of the same kind.</summary>
internal static class ComparedTables
{
    private const int FewestRows = 2;

    /// <summary>Reads the columns of a view; of those that are left out, only the names.</summary>
    public static IReadOnlyList<TableColumn> Read(IDataView view, IReadOnlyList<string> without) =>
        [.. TableReader.Read(view, without), .. Unread(view, without)];

    /// <summary>Refuses names to leave out that no table has.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void RequireKnown(IReadOnlyList<string> without, IReadOnlyList<TableColumn> real, IReadOnlyList<TableColumn> others)
    {
        HashSet<string> known = [.. real.Concat(others).SelectMany(column => new[] { column.Name, column.Origin })];
        if (without.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new InvalidOperationException(
                $"Column '{unknown}', which is to be left out, is in neither table. There are {Quoted([.. real.Select(column => column.Name)])}.");
    }

    /// <summary>The columns that are not left out.</summary>
    /// <exception cref="InvalidOperationException">There is none, a name twice, an infinite value, or fewer than two rows.</exception>
    public static TableColumn[] Compared(IReadOnlyList<TableColumn> columns, string side, IReadOnlyList<string> without)
    {
        TableColumn[] compared = [.. columns.Where(column => !without.Contains(column.Name) && !without.Contains(column.Origin))];
        if (compared.Length == 0)
            throw new InvalidOperationException($"The {side} table has no columns to compare. Leave out fewer.");
        if (compared.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"The {side} table has {twice.Count()} columns '{twice.Key}', of {Quoted([.. twice.Select(column => column.Origin)])}. Leave out all but one, "
                    + "or compare what Generate returns, which has generated columns only." + HeaderAdvice([twice.Key]));
        foreach (var column in compared.Where(column => column.Numbers?.Any(double.IsInfinity) == true))
            throw new InvalidOperationException(
                $"Column '{column.Name}' of the {side} table is infinite in row {Array.FindIndex(column.Numbers!, double.IsInfinity)}. Replace the value, "
                    + "or leave the column out.");
        return compared[0].Count >= FewestRows ? compared : throw new InvalidOperationException(
            $"The {side} table has {compared[0].Count} rows, but a comparison needs at least {FewestRows}. Use more rows.");
    }

    /// <summary>The columns of another table in the order of the real ones.</summary>
    /// <exception cref="InvalidOperationException">There are others, or of another kind.</exception>
    public static TableColumn[] Aligned(TableColumn[] real, TableColumn[] others, string side)
    {
        string[] missing = [.. real.Select(column => column.Name).Except(others.Select(column => column.Name))];
        string[] more = [.. others.Select(column => column.Name).Except(real.Select(column => column.Name))];
        if (missing.Length + more.Length > 0)
            throw new InvalidOperationException(
                "The tables have different columns: " + string.Join(" and ", new[]
                {
                    missing.Length > 0 ? $"the {side} one lacks {Quoted(missing)}" : "", more.Length > 0 ? $"the real one lacks {Quoted(more)}" : "",
                }.Where(part => part.Length > 0)) + ". Rename them, or leave them out." + HeaderAdvice([.. missing, .. more]));
        for (var i = 0; i < real.Length; i++)
        {
            // Where all values are missing, nothing says what they would be.
            var other = others.First(column => column.Name == real[i].Name);
            if (real[i].MissingShare == 1)
                real[i] = real[i].WithoutValues(areNumbers: other.Numbers is not null);
            else if (other.MissingShare == 1)
                others[Array.IndexOf(others, other)] = other.WithoutValues(areNumbers: real[i].Numbers is not null);
        }

        return [.. real.Select(column => Same(column, others.First(other => other.Name == column.Name), side))];
    }

    private static TableColumn Same(TableColumn real, TableColumn other, string side)
    {
        if (real.Numbers is not null == other.Numbers is not null)
            return other;
        string[] texts = [.. (real.Categories ?? other.Categories)!.Where(value => value.Length > 0)];
        var text = Array.Find(texts, value => !IsNumber(value)) ?? texts[0]; // The culprit, among numbers that were read as text.
        throw new InvalidOperationException(
            $"Column '{real.Name}' has numbers in the {(real.Numbers is null ? side : "real")} table, but categories such as "
                + $"'{text}' in the other. Use the same type for both, or leave it out.");
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    /// <summary>Returns what to do if names are the values of a row; empty if they are none.</summary>
    private static string HeaderAdvice(IEnumerable<string> names) => names.FirstOrDefault(IsNumber) is { } number
        ? $" The name '{number}' is a number: if the files begin with a row instead of a header, read them without (--no-header)."
        : "";

    /// <summary>Some names, and how many more there are.</summary>
    public static string Quoted(string[] names)
    {
        const int shown = 5;
        var list = string.Join(", ", names.Take(shown).Select(name => $"'{name}'"));
        return names.Length > shown ? $"{list} and {names.Length - shown} more" : list;
    }

    /// <summary>Columns of a view that are left out, of which only the name is known.</summary>
    private static IEnumerable<TableColumn> Unread(IDataView view, IReadOnlyList<string> without) =>
        view.Schema.Where(column => without.Contains(column.Name)).Select(column => new TableColumn(column.Name, [], null));
}
