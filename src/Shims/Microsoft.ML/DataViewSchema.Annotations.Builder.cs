using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    public sealed partial class Annotations
    {
        /// <summary>Gathers annotations for a column.</summary>
        public sealed class Builder
        {
            private readonly List<(DetachedColumn Column, Delegate Getter)> _items = [];

            public void Add(Annotations annotations, Func<string, bool> selector)
            {
                ArgumentNullException.ThrowIfNull(selector);
                foreach (var column in (annotations ?? Empty).Schema.Where(column => selector(column.Name)))
                    _items.Add((new(column), annotations!._getters[column.Index]));
            }

            public void Add<TValue>(
                string name, DataViewType type, ValueGetter<TValue> getter, Annotations? annotations = null) =>
                Add(name, type, (Delegate)getter, annotations);

            public void Add(string name, DataViewType type, Delegate getter, Annotations? annotations = null)
            {
                ArgumentNullException.ThrowIfNull(type);
                Check.That(
                    getter?.GetType() == typeof(ValueGetter<>).MakeGenericType(type.RawType),
                    nameof(getter), $"A getter of '{name}' must be a ValueGetter<{type.RawType}>");
                _items.Add((new(name, type, annotations), getter!));
            }

            public void AddPrimitiveValue<TValue>(
                string name, PrimitiveDataViewType type, TValue value, Annotations? annotations = null) =>
                Add(name, type, (ref TValue destination) => destination = value, annotations);

            public Annotations ToAnnotations() =>
                new(Of(_items.Select(item => item.Column)), [.. _items.Select(item => item.Getter)]);
        }
    }
}
