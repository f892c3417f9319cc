using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The type of a column of a saved table, as a part of an assembly's name.</summary>
/// <param name="Letter">The letter of a value's type. Names of assemblies do not tell upper case from lower.</param>
/// <param name="KeyCount">The number of keys of the type; 0 for other types, and for keys with names: ML.NET reads such a field whatever the number is.</param>
/// <param name="Dimensions">The dimensions of a vector; empty for one value a row.</param>
internal sealed partial record SavedTableColumn(char Letter, ulong KeyCount, int[] Dimensions)
{
    // Saved pipelines contain these letters: never change them.
    private const char NamedKey = 'n', FirstKey = 'g';
    private static readonly Dictionary<char, string> Types = new()
    {
        ['f'] = "Single", ['d'] = "Double", ['a'] = "SByte", ['s'] = "Int16", ['i'] = "Int32", ['l'] = "Int64", ['b'] = "Byte", ['w'] = "UInt16",
        ['u'] = "UInt32", ['v'] = "UInt64", ['o'] = "Boolean", ['t'] = "Text", ['c'] = "DateTime", ['z'] = "DateTimeOffset", ['p'] = "TimeSpan",
        [FirstKey] = "Key<Byte>", ['h'] = "Key<UInt16>", ['j'] = "Key<UInt32>", ['k'] = "Key<UInt64>", [NamedKey] = "Key<UInt32>",
    };

    /// <summary>Whether the column's values are keys with names of text, which the mapping gives instead of them.</summary>
    public bool HasNames => Letter == NamedKey;

    /// <summary>The type of a field with the column's values.</summary>
    public Type InputType => FieldType(TableTypes.Named(Types[Letter])!.ItemType(Math.Max(KeyCount, 1)).RawType);

    /// <summary>The type of a field with completed values.</summary>
    public Type OutputType => HasNames ? typeof(ReadOnlyMemory<char>) : InputType;

    /// <summary>Returns the type of a column.</summary>
    public static SavedTableColumn Of(TableColumnSchema schema)
    {
        var letter = Types.First(pair => pair.Value == schema.Type && pair.Key != NamedKey).Key;
        return letter == 'j' && schema.HasTextKeys ? new(NamedKey, 0, []) : new(letter, schema.KeyCount, [.. schema.Dimensions]);
    }

    /// <summary>The columns by their types, so that a name with their number holds many of one type.</summary>
    public static TableColumnSchema[] Ordered(IEnumerable<TableColumnSchema> columns) =>
        [.. columns.OrderBy(column => Of(column).ToString(), StringComparer.Ordinal)];

    /// <summary>Reads a text; null where it is none of a column.</summary>
    public static SavedTableColumn? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match || !Types.TryGetValue(text[0], out var type))
            return null;
        var isKey = text[0] != NamedKey && type.StartsWith("Key", StringComparison.Ordinal);
        ulong[] numbers = [.. match.Groups[1].Captures.Concat(match.Groups[2].Captures).Select(capture => ulong.TryParse(capture.Value, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers.Contains(0ul) || (text[0] == NamedKey && numbers.Length > 0) || (isKey && numbers.Length != 1) || (!isKey && numbers.Any(number => number > int.MaxValue)) ? null
            : isKey ? new(text[0], numbers[0], [])
            : new(text[0], 0, [.. numbers.Select(number => (int)number)]);
    }

    /// <inheritdoc/>
    public override string ToString() => Letter + (KeyCount > 0 ? KeyCount.ToString(CultureInfo.InvariantCulture) : string.Join('x', Dimensions));

    private Type FieldType(Type value) => Dimensions.Length == 0 ? value : typeof(VBuffer<>).MakeGenericType(value);

    [GeneratedRegex("^[a-z](?:([0-9]+)(?:x([0-9]+))*)?$")]
    private static partial Regex Form();
}
