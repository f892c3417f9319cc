using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Definitions that follow a schema.</summary>
internal static class SchemaDefinitions
{
    /// <summary>The readable members of a class, with the types and annotations of a schema's columns.</summary>
    public static SchemaDefinition Like<TRow>(DataViewSchema schema)
    {
        var definition = SchemaDefinition.Create(typeof(TRow), SchemaDefinition.Direction.Read);
        foreach (var column in definition)
        {
            if (schema.GetColumnOrNull(column.ColumnName) is not { } given)
                continue;
            column.ColumnType = given.Type;
            column.AddAnnotations(given.Annotations);
        }

        return definition;
    }
}
