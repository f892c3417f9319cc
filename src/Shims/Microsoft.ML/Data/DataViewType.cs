namespace Microsoft.ML.Data;

/// <summary>
/// The type of a column. Only <see cref="PrimitiveDataViewType"/> and <see cref="StructuredDataViewType"/> can be
/// derived from.
/// </summary>
public abstract class DataViewType : IEquatable<DataViewType>
{
    private protected DataViewType(Type rawType)
    {
        ArgumentNullException.ThrowIfNull(rawType);
        RawType = rawType;
    }

    /// <summary>
    /// The type that a getter of such a column reads. It does not tell column types apart: a key and a number may
    /// share it.
    /// </summary>
    public Type RawType { get; }

    /// <summary>Whether another type is the same, sizes and cardinalities included.</summary>
    public abstract bool Equals(DataViewType? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    /// <inheritdoc/>
    public override int GetHashCode() => RawType.GetHashCode();
}
