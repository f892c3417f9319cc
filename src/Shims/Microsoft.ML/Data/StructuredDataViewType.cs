namespace Microsoft.ML.Data;

/// <summary>A type whose values have parts: a vector, an image.</summary>
public abstract class StructuredDataViewType : DataViewType
{
    protected StructuredDataViewType(Type rawType)
        : base(rawType)
    {
    }
}
