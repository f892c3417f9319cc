using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>How the rows of a table become numbers that a network is trained on.</summary>
public sealed record TableEncodingOptions
{
    /// <summary>The columns that are left out, and not generated, such as identifiers; default none.</summary>
    public IReadOnlyList<string> WithoutColumns { get; init => field = Check.Items(value); } = [];

    /// <summary>Options of single columns; default none.</summary>
    public IReadOnlyList<TableColumnOptions> Columns { get; init => field = Check.Items(value); } = [];

    /// <summary>The most categories of a column with a state of their own, greater than 0; default 100.</summary>
    public int MaximumCategories { get; init => field = Check.Positive(value); } = 100;

    /// <summary>The most components of the mixture of a column of numbers, greater than 0; default 10.</summary>
    public int MaximumModes { get; init => field = Check.Positive(value); } = 10;

    /// <summary>The most values that a mixture is fitted to, drawn by the seed, at least 100; default 5 000.</summary>
    public int SampleRows { get; init => field = value >= 100 ? value : throw Check.OutOfRange(nameof(SampleRows), value, "at least 100"); } = 5_000;

    /// <summary>Returns the names of the columns of a view that are encoded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no column of a name that the options have.</exception>
    /// <exception cref="InvalidOperationException">No column is left, a name is empty or of spaces, or a column has options twice.</exception>
    internal IReadOnlyList<string> Names(DataViewSchema schema)
    {
        string[] all = [.. schema.Where(column => !column.IsHidden).Select(column => column.Name)];
        foreach (var name in WithoutColumns)
            ColumnCheck.Named(schema, name, nameof(WithoutColumns));
        foreach (var name in Columns.Select(column => column.Name))
            ColumnCheck.Named(schema, name, nameof(Columns));
        if (Columns.CountBy(column => column.Name).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
            throw new InvalidOperationException($"{nameof(Columns)} has options of column '{twice}' twice. Leave one.");
        string[] left = [.. all.Except(WithoutColumns)];
        if (Array.FindIndex(left, string.IsNullOrWhiteSpace) is >= 0 and var nameless)
            throw new InvalidOperationException(
                $"The name of a column of the table is '{left[nameless]}', but an ONNX file needs names to see. Rename it (ml.Transforms.CopyColumns), or leave "
                    + $"it out ({nameof(WithoutColumns)}).");
        return left.Length > 0 ? left : throw new InvalidOperationException("All columns of the table are left out. Leave out fewer.");
    }
}
