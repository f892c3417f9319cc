using System.Collections.Immutable;

namespace Microsoft.ML.Data;

/// <summary>A vector of primitive items; a dimension of 0 is not known before the data are read.</summary>
public sealed class VectorDataViewType : StructuredDataViewType
{
    public VectorDataViewType(PrimitiveDataViewType itemType, int size = 0)
        : this(itemType, ImmutableArray.Create(size))
    {
    }

    public VectorDataViewType(PrimitiveDataViewType itemType, params int[] dimensions)
        : this(itemType, ImmutableArray.Create(dimensions))
    {
    }

    public VectorDataViewType(PrimitiveDataViewType itemType, ImmutableArray<int> dimensions)
        : base(typeof(VBuffer<>).MakeGenericType(NotNull(itemType).RawType))
    {
        Check.That(!dimensions.IsDefaultOrEmpty, nameof(dimensions), "A vector must have a dimension");
        Check.That(dimensions.All(d => d >= 0), nameof(dimensions), "A dimension must not be negative");
        (ItemType, Dimensions) = (itemType, dimensions);
        Size = dimensions.Aggregate(1, (size, d) => checked(size * d));
    }

    public ImmutableArray<int> Dimensions { get; }

    public PrimitiveDataViewType ItemType { get; }

    /// <summary>The number of items, 0 when it is not known.</summary>
    public int Size { get; }

    public bool IsKnownSize => Size > 0;

    public override bool Equals(DataViewType? other) => other is VectorDataViewType vector
        && vector.ItemType.Equals(ItemType) && vector.Dimensions.SequenceEqual(Dimensions);

    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    public override int GetHashCode() => HashCode.Combine(ItemType, Size, Dimensions.Length);

    public override string ToString() => this is { IsKnownSize: false, Dimensions.Length: 1 }
        ? $"VarVector<{ItemType}>"
        : $"Vector<{ItemType}, {string.Join(", ", Dimensions.Select(d => d == 0 ? "*" : $"{d}"))}>";

    private static PrimitiveDataViewType NotNull(PrimitiveDataViewType itemType)
    {
        ArgumentNullException.ThrowIfNull(itemType);
        return itemType;
    }
}
