using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Transforms by the user's own functions.</summary>
public static class CustomMappingCatalog
{
    /// <summary>Calls a function once for each row that is read.</summary>
    /// <typeparam name="TSrc">The class that the function reads: its members are columns of the input.</typeparam>
    /// <typeparam name="TDst">The class that the function writes: its members become columns.</typeparam>
    /// <param name="catalog">The transforms.</param>
    /// <param name="mapAction">
    /// The function; its objects are used again for each row. It is called by several cursors at once.
    /// </param>
    /// <param name="contractName">
    /// The contract of a factory, for loading; null if the mapping is never saved, for saving throws then.
    /// </param>
    /// <param name="inputSchemaDefinition">
    /// Names and types for the members of <typeparamref name="TSrc"/>; a loaded model forgets them.
    /// </param>
    /// <param name="outputSchemaDefinition">
    /// Names and types for the members of <typeparamref name="TDst"/>; a loaded model forgets them.
    /// </param>
    public static CustomMappingEstimator<TSrc, TDst> CustomMapping<TSrc, TDst>(
        this TransformsCatalog catalog,
        Action<TSrc, TDst> mapAction,
        string? contractName,
        SchemaDefinition? inputSchemaDefinition = null,
        SchemaDefinition? outputSchemaDefinition = null)
        where TSrc : class, new()
        where TDst : class, new() =>
        new(new(mapAction, contractName, inputSchemaDefinition, outputSchemaDefinition));
}
