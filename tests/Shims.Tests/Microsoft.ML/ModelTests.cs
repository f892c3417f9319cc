using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Shims.Tests;

[TestClass]
public sealed class ModelTests
{
    private static readonly TransformsCatalog Transforms = Some.Context.Transforms;

    [TestMethod]
    public void Pipeline_OfAllBuiltIns_IsTheSameAfterLoading()
    {
        var points = Some.Points(9);
        var pipeline = Transforms.NormalizeMinMax("N", "X")
            .Append(Transforms.NormalizeMinMax("M", "X", fixZero: false))
            .Append(Transforms.Conversion.ConvertType("Word", "Label", DataKind.String))
            .Append(Transforms.Conversion.MapValueToKey("Key", "Word"))
            .Append(Transforms.Conversion.MapKeyToValue("Back", "Key"))
            .Append(Transforms.Conversion.MapValue("Bytes", new[] { new KeyValuePair<string, byte[]>("2", [7, 8]) }, "Back"))
            .Append(Transforms.Concatenate("All", "N", "M"))
            .Append(Transforms.CopyColumns("Copy", "All"))
            .Append(Transforms.DropColumns("N", "M"));
        var model = pipeline.Fit(points);
        var loaded = Reload(model, points.Schema, out var schema);

        Assert.AreEqual(Text(points.Schema), Text(schema));
        var (before, after) = (model.Transform(points), loaded.Transform(points));
        Assert.AreEqual(Text(before.Schema), Text(after.Schema));
        CollectionAssert.AreEqual(before.Vectors("Copy").SelectMany(x => x).ToList(), after.Vectors("Copy").SelectMany(x => x).ToList());
        Assert.AreEqual(string.Join(' ', before.GetColumn<string>("Back")), string.Join(' ', after.GetColumn<string>("Back")));
        CollectionAssert.AreEqual(new byte[] { 7, 8 }, after.GetColumn<byte[]>("Bytes").ElementAt(1));

        static string Text(DataViewSchema schema) => string.Join('\n', schema);
    }

    [TestMethod]
    public void ExternalStep_ThatSavesAsBuiltIns_ComesBackAsTheirChain()
    {
        var model = new TransformerChain<ITransformer>(
            Transforms.CopyColumns("Z", "X").Fit(Some.Points(1)), new Doubler(context => ((ICanSaveModel)Carrier.Scaling("3")).Save(context)));
        var loaded = (TransformerChain<ITransformer>)Reload(model, Some.Points(1).Schema, out _);
        CollectionAssert.AreEqual(new float[] { 6, -6 }, loaded.Transform(Some.Points(3)).Vectors("Y").Last());

        var steps = ((TransformerChain<ITransformer>)loaded.Last()).ToList();
        Assert.IsInstanceOfType<CustomMappingTransformer<Nothing, KeyOut>>(steps[0]);
        Assert.IsInstanceOfType<ValueMappingTransformer>(steps[1]);
        Assert.AreEqual("3", steps[1].Transform(steps[0].Transform(Some.Points(1))).GetColumn<string>(Carrier.PayloadColumn).Single());

        var again = Reload(loaded, null, out var schema);
        Assert.IsNull(schema);
        CollectionAssert.AreEqual(new float[] { 6, -6 }, again.Transform(Some.Points(3)).Vectors("Y").Last());
    }

    [TestMethod]
    public void Payload_OfALoadedModel_IsOneStringForAllRows()
    {
        var loaded = Reload(Carrier.Scaling("5"), null, out _);
        lock (WorkFactory.Payloads)
            WorkFactory.Payloads.Clear();
        Assert.HasCount(100, loaded.Transform(Some.Points(100)).Vectors("Y").ToList());
        lock (WorkFactory.Payloads)
            Assert.HasCount(1, WorkFactory.Payloads.Where(text => text == "5").ToList());
    }

    [TestMethod]
    public void FactoryMadeMapping_AfterLoading_HasLostTheSizes()
    {
        var model = Carrier.Scaling("2");
        var schema = Reload(model, null, out _).GetOutputSchema(Some.Points(1).Schema);
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single), schema["Y"].Type);
        using var engine = Some.Context.Model.CreatePredictionEngine<Point, Scaled>(Reload(model, null, out _));
        CollectionAssert.AreEqual(new float[] { 4, 6 }, engine.Predict(new() { X = [2, 3] }).Y);
    }

    [TestMethod]
    public void Model_LoadedInAFreshProcess_Works()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");
        try
        {
            Some.Context.Model.Save(Carrier.Scaling("2"), null, path);
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ModelTests).Assembly.Location, path]) { RedirectStandardOutput = true })!;
            Assert.AreEqual("2 4", process.StandardOutput.ReadToEnd().Trim());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void EmptyChain_SavedInsteadOfAStep_LoadsAsIdentity()
    {
        Doubler step = new(context => ((ICanSaveModel)new TransformerChain<ITransformer>()).Save(context));
        var loaded = Reload(new TransformerChain<ITransformer>(step), null, out _);
        Assert.HasCount(2, loaded.GetOutputSchema(Some.Points(1).Schema));
    }

    [TestMethod]
    public void ExternalStep_ThatSavesNothing_BlocksThePipeline()
    {
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Reload(new TransformerChain<ITransformer>(new Doubler()), null, out _));
        Assert.AreEqual("ModelSignature not specified!", thrown.Message);
    }

    [TestMethod]
    public void Step_ThatThrows_LeavesNoFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");
        Doubler step = new(_ => throw new NotSupportedException("Not this one."));
        Assert.ThrowsExactly<NotSupportedException>(() => Some.Context.Model.Save(step, null, path));
        Assert.IsFalse(File.Exists(path));
    }

    [TestMethod]
    public void Mapping_WithoutAContract_CannotBeSaved()
    {
        var model = Transforms.CustomMapping<Nothing, KeyOut>(KeyFactory.Map, null).Fit(Some.Points(1));
        Assert.Contains("contract", Assert.ThrowsExactly<InvalidOperationException>(() => Reload(model, null, out _)).Message);
    }

    [TestMethod]
    public void Mapping_WithAnUnknownContract_SaysWhich()
    {
        var model = Transforms.CustomMapping<Nothing, KeyOut>(KeyFactory.Map, "Unknown").Fit(Some.Points(1));
        Assert.Contains("'Unknown'", Assert.ThrowsExactly<InvalidOperationException>(() => Reload(model, null, out _)).Message);
    }

    [TestMethod]
    public void File_ThatIsNoModel_IsAFormatError()
    {
        using MemoryStream noise = new([1, 2, 3, 4]);
        Assert.ThrowsExactly<FormatException>(() => Some.Context.Model.Load(noise, out _));

        using MemoryStream cut = new();
        Some.Context.Model.Save(Carrier.Scaling("2"), Some.Points(1).Schema, cut);
        cut.SetLength(cut.Length / 2);
        cut.Position = 0;
        Assert.ThrowsExactly<FormatException>(() => Some.Context.Model.Load(cut, out _));
    }

    /// <summary>Saves, then loads in a context that knows nothing of it.</summary>
    private static ITransformer Reload(ITransformer model, DataViewSchema? schema, out DataViewSchema loadedSchema)
    {
        using MemoryStream stream = new();
        Some.Context.Model.Save(model, schema, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out loadedSchema);
    }

    private sealed class Scaled
    {
        public float[] Y { get; set; } = [];
    }
}
