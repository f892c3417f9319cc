using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Looks values up in a table.</summary>
public sealed class ValueMappingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "ValueMapping";

    private readonly ValueMap _map;

    internal ValueMappingTransformer(ColumnPair[] pairs, ValueMap map)
        : base(pairs) => _map = map;

    internal static ITransformer Load(ModelReader model) =>
        new ValueMappingTransformer(ColumnPair.Read(model.Data), ValueMap.Read(model.Data));

    private protected override MappedColumn Map(int index, DataViewSchema.Column input)
    {
        if (!_map.KeyType.Equals(ItemMap.ItemOf(input.Type)) || (input.Type is VectorDataViewType && _map.ValueType is VectorDataViewType))
            throw Check.Mismatch("input", input.Name, $"{_map.KeyType}", $"{input.Type}");
        var type = _map.ValueType is PrimitiveDataViewType item ? ItemMap.WithItem(input.Type, item) : _map.ValueType;
        return Computed(index, input, type);
    }

    private protected override Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input) => _map.Getter(row, input);

    private protected override void SaveModel(ModelSaveContext context)
    {
        var writer = context.Begin(Loader);
        ColumnPair.Write(writer, Pairs);
        _map.Write(writer);
    }
}
