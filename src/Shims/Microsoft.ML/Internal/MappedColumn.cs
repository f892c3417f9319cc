namespace Microsoft.ML.Internal;

/// <summary>An output column and the input columns that it is made of.</summary>
/// <param name="Column">The output column.</param>
/// <param name="Sources">The indices of the input columns.</param>
/// <param name="IsCopy">Whether it is its only source, passed through.</param>
internal sealed record MappedColumn(DataViewSchema.DetachedColumn Column, int[] Sources, bool IsCopy)
{
    public static MappedColumn Copy(DataViewSchema.Column source) => new(new(source), [source.Index], IsCopy: true);

    public static MappedColumn Copy(DataViewSchema.Column source, string name) =>
        new(new(name, source.Type, source.Annotations), [source.Index], IsCopy: true);
}
