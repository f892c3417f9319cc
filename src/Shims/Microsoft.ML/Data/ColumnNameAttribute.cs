namespace Microsoft.ML.Data;

/// <summary>The name of the column that a member stands for, where it is not the member's own.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ColumnNameAttribute : Attribute
{
    /// <summary>Names the column; ML.NET tells capital and small letters apart.</summary>
    public ColumnNameAttribute(string name) => Name = name;

    internal string Name { get; }
}
