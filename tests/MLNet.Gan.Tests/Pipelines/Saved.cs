using Microsoft.ML;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Pipelines as ML.NET's Model.Save and Model.Load give them back.</summary>
internal static class Saved
{
    public static ITransformer AndLoaded(ITransformer model)
    {
        using var stream = new MemoryStream();
        TestData.Context.Model.Save(model, null, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out _);
    }
}
