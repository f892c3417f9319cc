using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

public sealed partial class SchemaDefinition
{
    /// <summary>A member and its column.</summary>
    public sealed class Column
    {
        private readonly DataViewSchema.Annotations.Builder _annotations = new();

        internal Column()
        {
        }

        public string MemberName { get; internal init; } = "";

        public string ColumnName { get; set; } = "";

        public DataViewType ColumnType { get; set; } = null!;

        public DataViewSchema.Annotations Annotations => _annotations.ToAnnotations();

        public void AddAnnotation<T>(string kind, T value, DataViewType annotationType) =>
            _annotations.Add(kind, annotationType, Copy<T>.Getter(value));

        internal void AddAnnotations(DataViewSchema.Annotations annotations) => _annotations.Add(annotations, _ => true);
    }
}
