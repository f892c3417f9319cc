namespace Microsoft.ML.Data;

/// <summary>The type of columns of true and false.</summary>
public sealed class BooleanDataViewType : PrimitiveDataViewType
{
    private BooleanDataViewType()
        : base(typeof(bool))
    {
    }

    /// <summary>The only instance; its values are read as <see cref="bool"/> and have no missing value.</summary>
    public static BooleanDataViewType Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => ReferenceEquals(this, other);

    /// <summary>“Boolean”.</summary>
    public override string ToString() => "Boolean";
}
