using System.Collections;

namespace Microsoft.ML;

/// <summary>The columns of a view. A later column of the same name hides the earlier one.</summary>
public sealed partial class DataViewSchema : IReadOnlyList<DataViewSchema.Column>
{
    private readonly Column[] _columns;
    private readonly Dictionary<string, int> _newest = [];

    private DataViewSchema(IReadOnlyList<DetachedColumn> columns)
    {
        foreach (var (index, column) in columns.Index())
            _newest[column.Name] = index;
        _columns = [.. columns.Select((column, index) => new Column(
            column.Name, index, _newest[column.Name] != index, column.Type, column.Annotations))];
    }

    /// <summary>The number of columns, hidden ones included.</summary>
    public int Count => _columns.Length;

    /// <summary>The newest column of a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Column this[string name]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            return GetColumnOrNull(name) ?? throw new ArgumentOutOfRangeException(nameof(name), $"Column '{name}' not found");
        }
    }

    /// <summary>The column at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Column this[int columnIndex]
    {
        get
        {
            Check.That(columnIndex >= 0 && columnIndex < Count, nameof(columnIndex), $"The schema has {Count} columns");
            return _columns[columnIndex];
        }
    }

    /// <summary>The newest column of a name, or null.</summary>
    public Column? GetColumnOrNull(string name) => _newest.TryGetValue(name, out var index) ? _columns[index] : null;

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => _columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The number of columns.</summary>
    public override string ToString() => $"{Count} columns";

    internal static DataViewSchema Of(IEnumerable<DetachedColumn> columns) => new([.. columns]);
}
