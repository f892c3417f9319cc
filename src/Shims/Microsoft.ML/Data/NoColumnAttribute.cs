namespace Microsoft.ML.Data;

/// <summary>Marks a member that is not a column.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NoColumnAttribute : Attribute
{
    /// <summary>Marks the member.</summary>
    public NoColumnAttribute()
    {
    }
}
