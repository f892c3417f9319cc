using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class SchemaShape
{
    /// <summary>
    /// A column that is promised. Only ML.NET makes them, so others get them by fitting a chain to a schema.
    /// </summary>
    public readonly struct Column
    {
        /// <summary>The name.</summary>
        public readonly string Name;

        /// <summary>One value, or a vector.</summary>
        public readonly VectorKind Kind;

        /// <summary>The type of the value or the items; of a key, the number that it is held in.</summary>
        public readonly DataViewType ItemType;

        /// <summary>Whether the values are keys.</summary>
        public readonly bool IsKey;

        /// <summary>The annotations that are promised.</summary>
        public readonly SchemaShape Annotations;

        internal Column(string name, VectorKind kind, DataViewType itemType, bool isKey, SchemaShape? annotations = null) =>
            (Name, Kind, ItemType, IsKey, Annotations) = (name, kind, itemType, isKey, annotations ?? Empty);

        internal Column(string name, DataViewType type, SchemaShape? annotations = null)
        {
            var vector = type as VectorDataViewType;
            var item = vector?.ItemType ?? type;
            (Name, Annotations) = (name, annotations ?? Empty);
            Kind = vector is null ? VectorKind.Scalar : vector.IsKnownSize ? VectorKind.Vector : VectorKind.VariableVector;
            IsKey = item is KeyDataViewType;
            ItemType = IsKey ? NumberDataViewType.All.First(number => number.RawType == item.RawType) : item;
        }

        /// <summary>Whether a column is one value or a vector of known or unknown size.</summary>
        public enum VectorKind
        {
            /// <summary>One value.</summary>
            Scalar = 0,

            /// <summary>A vector whose size will be known from the schema.</summary>
            Vector = 1,

            /// <summary>A vector whose size differs from row to row.</summary>
            VariableVector = 2,
        }

        internal bool IsValid => Name is not null;

        internal string TypeText
        {
            get
            {
                var item = IsKey ? $"Key<{ItemType}>" : $"{ItemType}";
                return Kind switch
                {
                    VectorKind.Scalar => item,
                    VectorKind.Vector => $"Vector<{item}>",
                    _ => $"VarVector<{item}>",
                };
            }
        }

        /// <summary>The name and the type, for example “X: Vector&lt;Single&gt;”.</summary>
        public override string ToString() => $"{Name}: {TypeText}";

        internal Column Renamed(string name) => new(name, Kind, ItemType, IsKey, Annotations);
    }
}
