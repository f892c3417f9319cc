namespace Microsoft.ML.Data;

/// <summary>The identity of a row: the same however the view is read.</summary>
public readonly struct DataViewRowId : IComparable<DataViewRowId>, IEquatable<DataViewRowId>
{
    public readonly ulong Low;
    public readonly ulong High;

    public DataViewRowId(ulong low, ulong high) => (Low, High) = (low, high);

    /// <summary>An identity for a row made of this one and another.</summary>
    public DataViewRowId Combine(DataViewRowId other)
    {
        var low = Mix(Low + Mix(other.Low + 0x9E3779B97F4A7C15));
        return new(low, Mix(High + Mix(other.High ^ low) + 0xD1B54A32D192ED03));
    }

    /// <summary>The first of two identities for two rows made of this one.</summary>
    public DataViewRowId Fork() => Combine(new(1, 0));

    /// <summary>The second of two identities for two rows made of this one.</summary>
    public DataViewRowId Next() => Combine(new(2, 0));

    public int CompareTo(DataViewRowId other) => (High, Low).CompareTo((other.High, other.Low));

    public bool Equals(DataViewRowId other) => Low == other.Low && High == other.High;

    public override bool Equals(object? obj) => obj is DataViewRowId other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Low, High);

    public override string ToString() => $"{High:x16}{Low:x16}";

    // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
