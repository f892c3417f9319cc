using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Transforms by the user's own functions.</summary>
public static class CustomMappingCatalog
{
    /// <param name="catalog">The transforms.</param>
    /// <param name="mapAction">The function; its objects are used again for each row.</param>
    /// <param name="contractName">The contract of a factory, for loading; null if the mapping is never saved.</param>
    /// <param name="inputSchemaDefinition">Names and types for the members of <typeparamref name="TSrc"/>.</param>
    /// <param name="outputSchemaDefinition">Names and types for the members of <typeparamref name="TDst"/>.</param>
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
