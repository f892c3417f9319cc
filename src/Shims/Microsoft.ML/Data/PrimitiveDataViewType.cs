namespace Microsoft.ML.Data;

/// <summary>A type whose values have no parts and need no disposal. A vector can hold it.</summary>
public abstract class PrimitiveDataViewType : DataViewType
{
    /// <summary>Derives a type of the user's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The raw type is <see cref="IDisposable"/>.</exception>
    protected PrimitiveDataViewType(Type rawType)
        : base(rawType) => Check.That(
            !typeof(IDisposable).IsAssignableFrom(rawType), nameof(rawType), "A primitive type must not be disposable");
}
