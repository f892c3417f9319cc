namespace Microsoft.ML.Data;

/// <summary>Marks a member of type byte, ushort, uint or ulong that is a key; this shim ignores it on others.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class KeyTypeAttribute : Attribute
{
    /// <summary>A key of as many things as the member's type can count.</summary>
    public KeyTypeAttribute()
    {
    }

    /// <summary>A key of a number of things, from 1 to the largest value of the member's type.</summary>
    public KeyTypeAttribute(ulong count) => KeyCount = count;

    internal ulong? KeyCount { get; }
}
