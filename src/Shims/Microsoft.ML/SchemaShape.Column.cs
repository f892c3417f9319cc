using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class SchemaShape
{
    /// <summary>A column that is promised.</summary>
    public readonly struct Column
    {
        public readonly string Name;
        public readonly VectorKind Kind;
        public readonly DataViewType ItemType;
        public readonly bool IsKey;
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
            Scalar = 0,
            Vector = 1,
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

        public override string ToString() => $"{Name}: {TypeText}";

        internal Column Renamed(string name) => new(name, Kind, ItemType, IsKey, Annotations);
    }
}
