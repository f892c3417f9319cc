namespace Microsoft.ML;

/// <summary>Throws what ML.NET throws, in its words.</summary>
internal static class Check
{
    public static string NonEmpty(string? value, string parameter) => !string.IsNullOrEmpty(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} cannot be null or empty");

    public static T[] NonEmpty<T>(T[]? values, string parameter) => values is { Length: > 0 }
        ? values
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} cannot be null or empty");

    public static void That(bool condition, string parameter, string message)
    {
        if (!condition)
            throw new ArgumentOutOfRangeException(parameter, message);
    }

    public static ArgumentOutOfRangeException Missing(string role, string column) =>
        new("inputSchema", $"Could not find {role} column '{column}'");

    public static ArgumentOutOfRangeException Mismatch(string role, string column, string expected, string actual) =>
        new("inputSchema", $"Schema mismatch for {role} column '{column}': expected {expected}, got {actual}");

    public static ArgumentOutOfRangeException NoKeyValues(string column) =>
        new("inputSchema", $"Input column '{column}' doesn't contain key values metadata");

    public static DataViewSchema.Column Input(DataViewSchema schema, string name) =>
        schema.GetColumnOrNull(name) ?? throw Missing("input", name);

    public static ValueGetter<TValue> Getter<TValue>(Delegate getter) => getter as ValueGetter<TValue>
        ?? throw new InvalidOperationException($"Invalid TValue in GetGetter: '{typeof(TValue)}', "
            + $"expected type: '{getter.GetType().GetGenericArguments()[0]}'.");

    public static void Active(DataViewRow row, DataViewSchema.Column column) =>
        That(row.IsColumnActive(column), nameof(column), "requested column not active.");
}
