using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Copies columns under other names.</summary>
public sealed class ColumnCopyingTransformer : OneToOneTransformerBase
{
    internal const string Loader = "ColumnCopying";

    internal ColumnCopyingTransformer(ColumnPair[] pairs)
        : base(pairs)
    {
    }

    internal static ITransformer Load(ModelReader model) => new ColumnCopyingTransformer(ColumnPair.Read(model.Data));

    private protected override MappedColumn Map(int index, DataViewSchema.Column input) =>
        MappedColumn.Copy(input, Pairs[index].Output);

    private protected override Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input) =>
        throw new NotSupportedException("A copy needs no getter of its own.");

    private protected override void SaveModel(ModelSaveContext context) => ColumnPair.Write(context.Begin(Loader), Pairs);
}
