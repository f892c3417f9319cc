using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Internal;

/// <summary>Who loads what.</summary>
internal static class ModelLoaders
{
    public static IReadOnlyDictionary<string, Func<ModelReader, ITransformer>> All { get; } =
        new Dictionary<string, Func<ModelReader, ITransformer>>
        {
            [TransformerChainFormat.Loader] = TransformerChainFormat.Load,
            [ColumnConcatenatingTransformer.Loader] = ColumnConcatenatingTransformer.Load,
            [ColumnCopyingTransformer.Loader] = ColumnCopyingTransformer.Load,
            [ColumnSelectingTransformer.Loader] = ColumnSelectingTransformer.Load,
            [CustomMappingFormat.Loader] = CustomMappingFormat.Load,
            [KeyToValueMappingTransformer.Loader] = KeyToValueMappingTransformer.Load,
            [NormalizingTransformer.Loader] = NormalizingTransformer.Load,
            [TypeConvertingTransformer.Loader] = TypeConvertingTransformer.Load,
            [ValueMappingTransformer.Loader] = ValueMappingTransformer.Load,
            [ValueToKeyMappingTransformer.Loader] = ValueToKeyMappingTransformer.Load,
        };
}
