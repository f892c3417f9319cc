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

        /// <summary>The name of the field or property.</summary>
        public string MemberName { get; internal init; } = "";

        /// <summary>
        /// The name of the column; the member's own unless <see cref="ColumnNameAttribute"/> says otherwise.
        /// </summary>
        public string ColumnName { get; set; } = "";

        /// <summary>
        /// The type of the column. Set it for sizes and cardinalities that are known at run time only; the raw type
        /// must stay.
        /// </summary>
        public DataViewType ColumnType { get; set; } = null!;

        /// <summary>The annotations of the column.</summary>
        public DataViewSchema.Annotations Annotations => _annotations.ToAnnotations();

        internal void AddAnnotations(DataViewSchema.Annotations annotations) => _annotations.Add(annotations, _ => true);
    }
}
