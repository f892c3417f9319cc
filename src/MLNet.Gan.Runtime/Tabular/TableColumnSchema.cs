using System.Text.Json.Serialization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The name, the type and the annotations of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The name of the type of a value, as <see cref="TableTypes"/> has it.</param>
/// <param name="Dimensions">The dimensions of a vector; empty for one value a row.</param>
/// <param name="KeyCount">The number of keys of the type; 0 for other types.</param>
/// <param name="Annotations">The annotations that rows of the same schema need: key values and slot names.</param>
internal sealed record TableColumnSchema(
    string Name, string Type, IReadOnlyList<int> Dimensions, ulong KeyCount, IReadOnlyList<TableAnnotation> Annotations)
{
    private static readonly string[] Kinds = [LabelNames.KeyValues, SlotNamesKind];

    private const string SlotNamesKind = SlotNames.Kind;

    /// <summary>The number of values in a row.</summary>
    [JsonIgnore]
    public int Size => Dimensions.Aggregate(1, (product, size) => product * size);

    /// <summary>Whether a row has a vector.</summary>
    [JsonIgnore]
    public bool IsVector => Dimensions.Count > 0;

    /// <summary>Reads the schema of a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No table can have a column of its type.</exception>
    public static TableColumnSchema Of(DataViewSchema.Column column)
    {
        var vector = column.Type as VectorDataViewType;
        var type = TableTypes.Find(vector?.ItemType ?? column.Type);
        if (type is null || vector is { IsKnownSize: false } || (vector is not null && vector.ItemType is not NumberDataViewType))
            throw new ArgumentOutOfRangeException("inputSchema", $"Column '{column.Name}' is of type {column.Type}, but a table's columns are "
                + "numbers, text, keys, Booleans, dates, times, or vectors of numbers whose size is known. " + Advice(column.Type, column.Name));

        return new(column.Name, type.Name, vector is null ? [] : [.. vector.Dimensions], (column.Type as KeyDataViewType)?.Count ?? 0,
            [.. Kinds.Select(kind => TableAnnotation.Of(column, kind)).OfType<TableAnnotation>()]);
    }

    /// <summary>The type of a value.</summary>
    [JsonIgnore]
    public ITableType ValueType => TableTypes.Named(Type) ?? throw new FormatException(
        $"Column '{Name}' is of type '{Type}', which this version of MLNet.Gan does not know. Use a newer version.");

    /// <summary>The names of its keys; empty where there are none.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> KeyNames => Names(LabelNames.KeyValues);

    /// <summary>Whether its keys have names of text.</summary>
    [JsonIgnore]
    public bool HasTextKeys => Annotations.Any(annotation => annotation.Kind == LabelNames.KeyValues && annotation.Type == "Text");

    /// <summary>Returns the column as ML.NET has it.</summary>
    public DataViewSchema.DetachedColumn ToColumn()
    {
        var builder = new DataViewSchema.Annotations.Builder();
        foreach (var annotation in Annotations)
            annotation.AddTo(builder);
        var item = ValueType.ItemType(KeyCount);
        return new(Name, IsVector ? new VectorDataViewType(item, Dimensions.ToArray()) : item, Annotations.Count > 0 ? builder.ToAnnotations() : null);
    }

    /// <summary>What a value is called in messages: the column's name, for a vector with the slot's number.</summary>
    public string NameOf(int slot) => IsVector ? $"{Name}[{slot}]" : Name;

    /// <summary>The name of a slot, where it has one.</summary>
    public string SlotName(int slot) => IsVector && Names(SlotNamesKind) is var names && slot < names.Count && names[slot].Length > 0
        ? names[slot] : NameOf(slot);

    /// <summary>Requires that a column is of the same type, and that its keys have the same names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public void RequireSame(DataViewSchema.Column column)
    {
        var found = Of(column);
        if (found.Type != Type || !found.Dimensions.SequenceEqual(Dimensions))
            throw ColumnCheck.Mismatch("input", Name, $"{ToColumn().Type}", $"{column.Type}", "Use a table of the same types as the one that was learned.");
        if (!found.KeyNames.SequenceEqual(KeyNames))
            throw new ArgumentOutOfRangeException("inputSchema",
                $"Schema mismatch for input column '{Name}': its keys have other names than those that were learned, so equal keys would mean different "
                    + "categories. Map it with the same key values (keyData of MapValueToKey), or learn a column of text.");
    }

    private IReadOnlyList<string> Names(string kind) => Annotations.FirstOrDefault(annotation => annotation.Kind == kind) is { } names
        ? [.. names.Values.Select(value => value!.ToString())]
        : [];

    private static string Advice(DataViewType type, string name) => type switch
    {
        VectorDataViewType { ItemType: KeyDataViewType } =>
            $"A row has one value of a category, but '{name}' has several keys. Give each its own column, or leave '{name}' out.",
        VectorDataViewType { IsKnownSize: false } => $"Make the vectors of '{name}' equally long, or leave '{name}' out.",
        _ => $"Convert '{name}', or leave it out.",
    };
}
