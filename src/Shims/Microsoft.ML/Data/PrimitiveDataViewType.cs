namespace Microsoft.ML.Data;

/// <summary>A type whose values have no parts and need no disposal.</summary>
public abstract class PrimitiveDataViewType : DataViewType
{
    protected PrimitiveDataViewType(Type rawType)
        : base(rawType) => Check.That(
            !typeof(IDisposable).IsAssignableFrom(rawType), nameof(rawType), "A primitive type must not be disposable");
}
