using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    /// <summary>A column of a schema.</summary>
    public struct Column
    {
        internal Column(string name, int index, bool isHidden, DataViewType type, Annotations annotations) =>
            (Name, Index, IsHidden, Type, Annotations) = (name, index, isHidden, type, annotations);

        /// <summary>The name; a later column may have it too.</summary>
        public string Name { get; }

        /// <summary>The place in the schema, from 0.</summary>
        public int Index { get; }

        /// <summary>Whether a later column has the same name.</summary>
        public bool IsHidden { get; }

        /// <summary>The type.</summary>
        public DataViewType Type { get; }

        /// <summary>What else is known of the column.</summary>
        public Annotations Annotations { get; }

        /// <summary>The name, the type, whether it is hidden, and the kinds of its annotations.</summary>
        public override string ToString() =>
            $"{Name}: {Type}{(IsHidden ? " (hidden)" : "")}{(Annotations.Schema.Count > 0 ? $" {Annotations}" : "")}";
    }
}
