using System.Collections;

namespace Microsoft.ML;

/// <summary>What is known of a schema before there are data: names, kinds and item types, but no sizes.</summary>
public sealed partial class SchemaShape : IReadOnlyList<SchemaShape.Column>
{
    private readonly Column[] _columns;

    /// <summary>A shape of columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is <see langword="default"/>.</exception>
    public SchemaShape(IEnumerable<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
        Check.That(_columns.All(column => column.IsValid), nameof(columns), "Some items are not initialized properly.");
    }

    /// <summary>The number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>The column at a place.</summary>
    public Column this[int index] => _columns[index];

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => _columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static SchemaShape Empty { get; } = new([]);

    internal static SchemaShape Create(DataViewSchema schema) =>
        new(schema.Where(column => !column.IsHidden).Select(column => new Column(column.Name, column.Type, Create(column.Annotations.Schema))));

    internal Column? Find(string name)
    {
        var index = Array.FindIndex(_columns, column => column.Name == name);
        return index < 0 ? null : _columns[index];
    }

    internal Column Input(string name) => Find(name) ?? throw Check.Missing("input", name);

    /// <summary>This shape with columns that replace those of the same name.</summary>
    internal SchemaShape With(IEnumerable<Column> added)
    {
        var columns = _columns.ToDictionary(column => column.Name);
        foreach (var column in added)
            columns[column.Name] = column;
        return new(columns.Values);
    }
}
