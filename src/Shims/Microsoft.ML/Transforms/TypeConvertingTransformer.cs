using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Converts values to another type.</summary>
public sealed class TypeConvertingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "TypeConverting";

    private readonly DataKind _kind;

    internal TypeConvertingTransformer(ColumnPair[] pairs, DataKind kind)
        : base(pairs) => (_kind, OutputType) = (kind, ItemConversion.TypeOf(kind));

    internal PrimitiveDataViewType OutputType { get; }

    internal static ITransformer Load(ModelReader model) =>
        new TypeConvertingTransformer(ColumnPair.Read(model.Data), (DataKind)model.Data.ReadByte());

    private protected override MappedColumn Map(int index, DataViewSchema.Column input)
    {
        if (ItemMap.ItemOf(input.Type) is null)
            throw Check.Mismatch("input", input.Name, $"{OutputType}", $"{input.Type}");
        DataViewSchema.Annotations.Builder annotations = new();
        annotations.Add(input.Annotations, kind => kind == AnnotationKinds.SlotNames);
        return Computed(index, input, ItemMap.WithItem(input.Type, OutputType), annotations.ToAnnotations());
    }

    private protected override Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input) =>
        ItemConversion.Getter(row, input, OutputType);

    private protected override void SaveModel(ModelSaveContext context)
    {
        var writer = context.Begin(Loader);
        ColumnPair.Write(writer, Pairs);
        writer.Write((byte)_kind);
    }
}
