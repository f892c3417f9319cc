namespace Microsoft.ML.Data;

/// <summary>A type whose values have parts: a vector, an image. A vector cannot hold it.</summary>
public abstract class StructuredDataViewType : DataViewType
{
    /// <summary>Derives a type of the user's own.</summary>
    protected StructuredDataViewType(Type rawType)
        : base(rawType)
    {
    }
}
