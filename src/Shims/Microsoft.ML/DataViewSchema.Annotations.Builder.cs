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

            /// <summary>Takes over the annotations whose kind a function selects.</summary>
            public void Add(Annotations annotations, Func<string, bool> selector)
            {
                ArgumentNullException.ThrowIfNull(selector);
                foreach (var column in (annotations ?? Empty).Schema.Where(column => selector(column.Name)))
                    _items.Add((new(column), annotations!._getters[column.Index]));
            }

            /// <summary>Adds an annotation.</summary>
            /// <param name="name">Its kind, for example “SlotNames”.</param>
            /// <param name="type">Its type.</param>
            /// <param name="getter">
            /// Reads it; called anew by each reader, so it must not hand out its own arrays.
            /// </param>
            /// <param name="annotations">Its own annotations.</param>
            /// <exception cref="ArgumentOutOfRangeException">The getter reads another type.</exception>
            public void Add<TValue>(
                string name, DataViewType type, ValueGetter<TValue> getter, Annotations? annotations = null) =>
                Add(name, type, (Delegate)getter, annotations);

            /// <summary>Adds an annotation whose type is known at run time only.</summary>
            /// <param name="name">Its kind.</param>
            /// <param name="type">Its type.</param>
            /// <param name="getter">A <see cref="ValueGetter{TValue}"/> of the raw type.</param>
            /// <param name="annotations">Its own annotations.</param>
            /// <exception cref="ArgumentOutOfRangeException">The getter is of another type.</exception>
            public void Add(string name, DataViewType type, Delegate getter, Annotations? annotations = null)
            {
                ArgumentNullException.ThrowIfNull(type);
                Check.That(
                    getter?.GetType() == typeof(ValueGetter<>).MakeGenericType(type.RawType),
                    nameof(getter), $"A getter of '{name}' must be a ValueGetter<{type.RawType}>");
                _items.Add((new(name, type, annotations), getter!));
            }

            /// <summary>Adds an annotation that is one value.</summary>
            public void AddPrimitiveValue<TValue>(
                string name, PrimitiveDataViewType type, TValue value, Annotations? annotations = null) =>
                Add(name, type, (ref TValue destination) => destination = value, annotations);

            /// <summary>What has been gathered so far.</summary>
            public Annotations ToAnnotations() =>
                new(Of(_items.Select(item => item.Column)), [.. _items.Select(item => item.Getter)]);
        }
    }
}
