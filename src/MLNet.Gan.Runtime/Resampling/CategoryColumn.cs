using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A column of categories: keys, text or Booleans.</summary>
internal sealed class CategoryColumn<T>(DataViewSchema.Column column) : IInputColumn
{
    private readonly Dictionary<object, int> _codes = [];
    private readonly List<T> _values = [];

    public DataViewSchema.Column Column => column;

    public int Numbers => 0;

    public int Categories => 1;

    public Action<List<double>, List<int>> Bind(DataViewRow source)
    {
        var getter = source.GetGetter<T>(column);
        T value = default!;
        return (_, categories) =>
        {
            getter(ref value);

            // Equal texts in different memory are one category.
            object key = value is ReadOnlyMemory<char> text ? text.ToString() : value!;
            if (!_codes.TryGetValue(key, out var code))
            {
                _codes.Add(key, code = _values.Count);
                _values.Add(key is string owned ? (T)(object)owned.AsMemory() : value);
            }

            categories.Add(code);
        };
    }

    public Delegate Getter(InputRows rows, int first, Func<int> current) =>
        (ValueGetter<T>)((ref T value) => value = _values[rows.CategoriesOf(current())[first]]);
}
