using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    /// <summary>Gathers columns for a schema.</summary>
    public sealed class Builder
    {
        private readonly List<DetachedColumn> _columns = [];

        /// <summary>Adds a column, which hides those of the same name.</summary>
        /// <param name="name">The name, not empty.</param>
        /// <param name="type">The type.</param>
        /// <param name="annotations">What else is known of the column.</param>
        public void AddColumn(string name, DataViewType type, Annotations? annotations = null) =>
            _columns.Add(new(name, type, annotations));

        /// <summary>Adds columns; each hides those of the same name.</summary>
        public void AddColumns(IEnumerable<DetachedColumn> source) => _columns.AddRange(source);

        /// <summary>Adds the columns of another schema, those that are hidden there included.</summary>
        public void AddColumns(IEnumerable<Column> source) =>
            _columns.AddRange(source.Select(column => new DetachedColumn(column)));

        /// <summary>What has been gathered so far.</summary>
        public DataViewSchema ToSchema() => new(_columns);
    }
}
