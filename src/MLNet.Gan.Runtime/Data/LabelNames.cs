using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The names that a label column of keys carries.</summary>
internal static class LabelNames
{
    /// <summary>The annotation that holds them.</summary>
    public const string KeyValues = "KeyValues";

    /// <summary>A column of keys whose values have names.</summary>
    public static DataViewSchema.DetachedColumn Column(string name, int classes, IReadOnlyList<string> names)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(KeyValues, new VectorDataViewType(TextDataViewType.Instance, names.Count),
            (ref VBuffer<ReadOnlyMemory<char>> value) =>
                value = new(names.Count, [.. names.Select(text => text.AsMemory())]));
        return new(name, new KeyDataViewType(typeof(uint), classes), annotations.ToAnnotations());
    }

    /// <summary>The names of the classes of a column of keys, where it has any.</summary>
    public static IReadOnlyList<string> Of(DataViewSchema.Column column)
    {
        if (column.Type is not KeyDataViewType || !column.HasKeyValues()
            || column.Annotations.Schema[KeyValues].Type is not VectorDataViewType values)
            return [];

        return values.ItemType is TextDataViewType ? Read<ReadOnlyMemory<char>>(column)
            : values.ItemType == NumberDataViewType.Single ? Read<float>(column)
            : values.ItemType == NumberDataViewType.Double ? Read<double>(column)
            : values.ItemType == NumberDataViewType.Int32 ? Read<int>(column)
            : values.ItemType == NumberDataViewType.Int64 ? Read<long>(column)
            : values.ItemType == NumberDataViewType.UInt32 ? Read<uint>(column)
            : values.ItemType == NumberDataViewType.Byte ? Read<byte>(column)
            : [];
    }

    private static IReadOnlyList<string> Read<T>(DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(value => FormattableString.Invariant($"{value}"))];
    }
}
