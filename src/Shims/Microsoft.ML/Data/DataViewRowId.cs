namespace Microsoft.ML.Data;

/// <summary>The identity of a row, 128 bits: the same however often and in whatever order the view is read.</summary>
public readonly struct DataViewRowId : IEquatable<DataViewRowId>
{
    /// <summary>The low 64 bits; in a view of objects, the index of the row.</summary>
    public readonly ulong Low;

    /// <summary>The high 64 bits.</summary>
    public readonly ulong High;

    /// <summary>An identity of two halves.</summary>
    public DataViewRowId(ulong low, ulong high) => (Low, High) = (low, high);

    /// <inheritdoc/>
    public bool Equals(DataViewRowId other) => Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataViewRowId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <summary>The 32 hexadecimal digits, high half first.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
