namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    /// <summary>What is known of a column besides its type: a row of values, by kind.</summary>
    public sealed partial class Annotations
    {
        private readonly Delegate[] _getters;

        private Annotations(DataViewSchema schema, Delegate[] getters) => (Schema, _getters) = (schema, getters);

        /// <summary>No annotations.</summary>
        public static Annotations Empty { get; } = new(Of([]), []);

        /// <summary>The kinds of annotations, as columns.</summary>
        public DataViewSchema Schema { get; }

        /// <summary>Reads an annotation.</summary>
        /// <exception cref="InvalidOperationException">It is of another type.</exception>
        public ValueGetter<TValue> GetGetter<TValue>(Column column) => Check.Getter<TValue>(_getters[column.Index]);

        /// <summary>Reads an annotation by its kind.</summary>
        /// <exception cref="InvalidOperationException">
        /// There is no annotation of that kind, or it is of another type.
        /// </exception>
        public void GetValue<TValue>(string kind, ref TValue value)
        {
            var column = Schema.GetColumnOrNull(kind) ?? throw new InvalidOperationException("Invalid call to 'GetAnnotation'");
            GetGetter<TValue>(column)(ref value);
        }

        /// <summary>The kinds, in brackets.</summary>
        public override string ToString() => $"[{string.Join(", ", Schema.Select(column => column.Name))}]";
    }
}
