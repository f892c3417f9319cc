using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Maps values to the numbers that they were given; others to 0.</summary>
public sealed class ValueToKeyMappingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "ValueToKeyMapping";

    private readonly KeyMap[] _maps;

    internal ValueToKeyMappingTransformer(ColumnPair[] pairs, KeyMap[] maps)
        : base(pairs) => _maps = maps;

    internal static ITransformer Load(ModelReader model)
    {
        var pairs = ColumnPair.Read(model.Data);
        return new ValueToKeyMappingTransformer(pairs, [.. pairs.Select(_ => KeyMap.Read(model.Data))]);
    }

    private protected override MappedColumn Map(int index, DataViewSchema.Column input)
    {
        var map = _maps[index];
        if (!map.ValueType.Equals(ItemMap.ItemOf(input.Type)))
            throw Check.Mismatch("input", input.Name, $"{map.ValueType}", $"{input.Type}");

        DataViewSchema.Annotations.Builder annotations = new();
        annotations.Add(input.Annotations, kind => kind == AnnotationKinds.SlotNames);
        map.Annotate(annotations);
        KeyDataViewType key = new(typeof(uint), Math.Max(1, map.Count));
        return Computed(index, input, ItemMap.WithItem(input.Type, key), annotations.ToAnnotations());
    }

    private protected override Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input) =>
        _maps[index].Getter(row, input);

    private protected override void SaveModel(ModelSaveContext context)
    {
        var writer = context.Begin(Loader);
        ColumnPair.Write(writer, Pairs);
        foreach (var map in _maps)
            map.Write(writer);
    }
}
