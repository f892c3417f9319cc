using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Scales columns by what was learnt of them.</summary>
public sealed class NormalizingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "Normalizing";

    private readonly AffineMap[] _maps;

    internal NormalizingTransformer(ColumnPair[] pairs, AffineMap[] maps)
        : base(pairs) => _maps = maps;

    internal static ITransformer Load(ModelReader model)
    {
        var pairs = ColumnPair.Read(model.Data);
        return new NormalizingTransformer(pairs, [.. pairs.Select(_ => AffineMap.Read(model.Data))]);
    }

    private protected override MappedColumn Map(int index, DataViewSchema.Column input)
    {
        if (!_maps[index].Type.Equals(input.Type))
            throw Check.Mismatch("input", input.Name, $"{_maps[index].Type}", $"{input.Type}");
        DataViewSchema.Annotations.Builder annotations = new();
        annotations.Add(input.Annotations, kind => kind == AnnotationKinds.SlotNames);
        annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        return Computed(index, input, input.Type, annotations.ToAnnotations());
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
