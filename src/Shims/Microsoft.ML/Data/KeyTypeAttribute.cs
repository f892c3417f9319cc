namespace Microsoft.ML.Data;

/// <summary>Marks a member that is a key.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class KeyTypeAttribute : Attribute
{
    public KeyTypeAttribute()
    {
    }

    public KeyTypeAttribute(ulong count) => KeyCount = count;

    internal ulong? KeyCount { get; }
}
