using System.Collections.Immutable;

namespace Microsoft.ML.Data;

/// <summary>
/// The type of columns of vectors of primitive items; a dimension of 0 is not known before the data are read.
/// </summary>
public sealed class VectorDataViewType : StructuredDataViewType
{
    /// <summary>A vector of one dimension.</summary>
    /// <param name="itemType">The type of its items.</param>
    /// <param name="size">The number of its items, 0 when it differs from row to row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, int size = 0)
        : this(itemType, ImmutableArray.Create(size))
    {
    }

    /// <summary>A vector whose items are laid out in several dimensions, the last one running fastest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no dimension, or one is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, params int[] dimensions)
        : this(itemType, ImmutableArray.Create(dimensions))
    {
    }

    /// <summary>A vector whose items are laid out in several dimensions, the last one running fastest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no dimension, or one is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, ImmutableArray<int> dimensions)
        : base(typeof(VBuffer<>).MakeGenericType(NotNull(itemType).RawType))
    {
        Check.That(!dimensions.IsDefaultOrEmpty, nameof(dimensions), "A vector must have a dimension");
        Check.That(dimensions.All(d => d >= 0), nameof(dimensions), "A dimension must not be negative");
        (ItemType, Dimensions) = (itemType, dimensions);
        Size = dimensions.Aggregate(1, (size, d) => checked(size * d));
    }

    /// <summary>The dimensions, at least one. For an image 3 × H × W is planar and H × W × 3 interleaved.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The type of its items.</summary>
    public PrimitiveDataViewType ItemType { get; }

    /// <summary>The number of items, 0 when it is not known.</summary>
    public int Size { get; }

    /// <summary>Whether all dimensions are known.</summary>
    public bool IsKnownSize => Size > 0;

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => other is VectorDataViewType vector
        && vector.ItemType.Equals(ItemType) && vector.Dimensions.SequenceEqual(Dimensions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ItemType, Size, Dimensions.Length);

    /// <summary>“Vector&lt;Single, 3, 8&gt;”, or “VarVector&lt;Single&gt;” if the size is not known.</summary>
    public override string ToString() => this is { IsKnownSize: false, Dimensions.Length: 1 }
        ? $"VarVector<{ItemType}>"
        : $"Vector<{ItemType}, {string.Join(", ", Dimensions.Select(d => d == 0 ? "*" : $"{d}"))}>";

    private static PrimitiveDataViewType NotNull(PrimitiveDataViewType itemType)
    {
        ArgumentNullException.ThrowIfNull(itemType);
        return itemType;
    }
}
