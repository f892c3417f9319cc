using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>How a chain is saved: its scopes, and each step in a folder of its own.</summary>
internal static class TransformerChainFormat
{
    public const string Loader = "TransformerChain";

    public static void Save(ModelSaveContext context, ITransformer[] transformers, TransformerScope[] scopes)
    {
        ArgumentNullException.ThrowIfNull(context);
        var writer = context.Begin(Loader);
        writer.Write(transformers.Length);
        for (var i = 0; i < transformers.Length; i++)
        {
            writer.Write((int)scopes[i]);
            context.SaveChild(transformers[i], Name(i));
        }
    }

    public static ITransformer Load(ModelReader model)
    {
        var count = model.Data.ReadInt32();
        List<ITransformer> transformers = [];
        List<TransformerScope> scopes = [];
        for (var i = 0; i < count; i++)
        {
            scopes.Add((TransformerScope)model.Data.ReadInt32());
            transformers.Add(model.Child(Name(i)));
        }

        return new TransformerChain<ITransformer>(transformers, scopes);
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"Transform_{index:000}");
}
