using System.Numerics;
using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys back to the values that they stand for.</summary>
public sealed class KeyToValueMappingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "KeyToValueMapping";

    internal KeyToValueMappingTransformer(ColumnPair[] pairs)
        : base(pairs)
    {
    }

    internal static ITransformer Load(ModelReader model) => new KeyToValueMappingTransformer(ColumnPair.Read(model.Data));

    private protected override MappedColumn Map(int index, DataViewSchema.Column input)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        annotations.Add(input.Annotations, kind => kind == AnnotationKinds.SlotNames);
        return Computed(index, input, ItemMap.WithItem(input.Type, ValueType(input)), annotations.ToAnnotations());
    }

    private protected override Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input) =>
        Generic.Call<Delegate>(
            typeof(KeyToValueMappingTransformer), nameof(ValueGetter),
            [ItemMap.ItemOf(input.Type)!.RawType, ValueType(input).RawType], row, input);

    private protected override void SaveModel(ModelSaveContext context) => ColumnPair.Write(context.Begin(Loader), Pairs);

    private static PrimitiveDataViewType ValueType(DataViewSchema.Column input)
    {
        if (ItemMap.ItemOf(input.Type) is not KeyDataViewType)
            throw Check.Mismatch("input", input.Name, "KeyType", $"{input.Type}");
        return (input.Annotations.Schema.GetColumnOrNull(AnnotationKinds.KeyValues)?.Type as VectorDataViewType)?.ItemType
            ?? throw Check.NoKeyValues(input.Name);
    }

    private static Delegate ValueGetter<TKey, TValue>(DataViewRow row, DataViewSchema.Column input)
        where TKey : INumberBase<TKey>
    {
        VBuffer<TValue> keyValues = default;
        input.GetKeyValues(ref keyValues);
        TValue[] values = [Missing<TValue>.Value, .. keyValues.DenseValues()];
        return ItemMap.Getter<TKey, TValue>(row, input, key =>
        {
            var number = ulong.CreateTruncating(key);
            return values[number < (ulong)values.Length ? number : 0];
        });
    }
}
