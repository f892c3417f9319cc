using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLNet.Gan;

/// <summary>The encoding of a table as an entry of an ONNX file's metadata.</summary>
internal static class TableMetadata
{
    /// <summary>The name of the entry.</summary>
    public const string Entry = GeneratorMetadata.TableEntry;

    private const int Version = 1;

    /// <summary>Returns an encoding as JSON.</summary>
    public static string ToText(TableEncoding encoding) => new JsonObject
    {
        ["version"] = Version,
        ["rows"] = encoding.Rows,
        ["columns"] = new JsonArray([.. encoding.Columns.Select(column => column.ToJson())]),
    }.ToJsonString();

    /// <summary>Reads an encoding.</summary>
    /// <exception cref="FormatException">The text is damaged, or from a newer version.</exception>
    public static TableEncoding FromText(string text)
    {
        try
        {
            var json = JsonNode.Parse(text)!;
            if (json["version"]!.GetValue<int>() is var version and not Version)
                throw new FormatException($"It is of version {version}, but this version of MLNet.Gan reads {Version}.");
            return new([.. json["columns"]!.AsArray().Select(column => Column(column!.AsObject()))], json["rows"]!.GetValue<long>());
        }
        catch (Exception damage) when (damage is JsonException or FormatException or InvalidOperationException or NullReferenceException
            or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new FormatException(
                $"The metadata entry '{Entry}' of the ONNX file is damaged: {damage.Message} Copy or export the file again.", damage);
        }
    }

    private static ITableColumnEncoding Column(JsonObject json)
    {
        var schema = json["schema"].Deserialize<TableColumnSchema>() ?? throw new FormatException("A column has no schema.");
        return schema.ValueType.FromJson(schema, json);
    }
}
