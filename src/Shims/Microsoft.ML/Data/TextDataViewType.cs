namespace Microsoft.ML.Data;

/// <summary>The type of columns of text.</summary>
public sealed class TextDataViewType : PrimitiveDataViewType
{
    private TextDataViewType()
        : base(typeof(ReadOnlyMemory<char>))
    {
    }

    /// <summary>
    /// The only instance; its values are read as <see cref="ReadOnlyMemory{T}"/> of characters, and the empty one is
    /// the missing one.
    /// </summary>
    public static TextDataViewType Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => ReferenceEquals(this, other);

    /// <summary>“String”.</summary>
    public override string ToString() => "String";
}
