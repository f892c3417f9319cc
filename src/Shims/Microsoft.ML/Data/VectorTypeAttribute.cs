namespace Microsoft.ML.Data;

/// <summary>
/// The dimensions of a member that is an array or a <see cref="VBuffer{T}"/>; without it they are not known.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class VectorTypeAttribute : Attribute
{
    /// <summary>A vector whose size differs from row to row: trainers and normalizers refuse it.</summary>
    public VectorTypeAttribute()
    {
    }

    /// <summary>A vector of one dimension.</summary>
    public VectorTypeAttribute(int size) => Dimensions = [size];

    /// <summary>A vector of several dimensions, the last one running fastest.</summary>
    public VectorTypeAttribute(params int[] dimensions) => Dimensions = dimensions;

    internal int[] Dimensions { get; } = [];
}
