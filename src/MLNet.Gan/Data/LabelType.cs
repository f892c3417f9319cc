using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Generation;

namespace MLNet.Gan.Data;

/// <summary>The label column of generated samples: of the kind that the generator was trained with.</summary>
internal static class LabelType
{
    private const string KeyValues = "KeyValues";

    /// <summary>
    /// The column, with the names of the classes where they are known, so that MapKeyToValue works on it.
    /// </summary>
    public static DataViewSchema.DetachedColumn Column(string name, GeneratorCard card)
    {
        if (!card.LabelIsKey)
            return new(name, NumberDataViewType.Single);

        var annotations = new DataViewSchema.Annotations.Builder();
        if (card.ClassNames.Count > 0)
            annotations.Add(KeyValues, new VectorDataViewType(TextDataViewType.Instance, card.ClassNames.Count),
                (ref VBuffer<ReadOnlyMemory<char>> names) =>
                    names = new(card.ClassNames.Count, [.. card.ClassNames.Select(text => text.AsMemory())]));
        return new(name, new KeyDataViewType(typeof(uint), card.Classes), annotations.ToAnnotations());
    }

    /// <summary>The getter of a class that is counted from 0.</summary>
    public static Delegate Getter(GeneratorCard card, Func<long> label) => card.LabelIsKey
        ? (ValueGetter<uint>)((ref uint key) => key = (uint)label() + 1)
        : (ValueGetter<float>)((ref float number) => number = label());

    /// <summary>The names of the classes of a column of keys, where it has any.</summary>
    public static IReadOnlyList<string> Names(DataViewSchema.Column column)
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
