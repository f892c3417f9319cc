namespace Microsoft.ML;

/// <summary>The door to the transforms, which are extension methods.</summary>
public sealed class TransformsCatalog
{
    internal TransformsCatalog()
    {
    }

    /// <summary>Transforms between types.</summary>
    public ConversionTransforms Conversion { get; } = new();

    /// <summary>The door to transforms between types.</summary>
    public sealed class ConversionTransforms
    {
        internal ConversionTransforms()
        {
        }
    }
}
