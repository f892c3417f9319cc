using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
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
        Assert.Contains("Unable to locate an extension for the contract 'Unknown'.", Assert.ThrowsExactly<InvalidOperationException>(() => Reload(model, null, out _)).Message);
    }

    [TestMethod]
    public void Mapping_OfAnAssemblyThatIsGone_SaysSo()
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new("Gone, Version=9.0.0.0"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Gone").DefineType("Gone", TypeAttributes.Public);
        var method = type.DefineMethod("Map", MethodAttributes.Public | MethodAttributes.Static, null, [typeof(Nothing), typeof(KeyOut)]);
        method.GetILGenerator().Emit(OpCodes.Ret);
        var map = type.CreateType().GetMethod("Map")!.CreateDelegate<Action<Nothing, KeyOut>>();
        var model = Transforms.CustomMapping(map, "Gone").Fit(Some.Points(1));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Reload(model, null, out _));
        Assert.AreEqual("Error during class instantiation", thrown.Message);
        Assert.IsInstanceOfType<FileNotFoundException>(thrown.InnerException);
    }

    [TestMethod]
    public void Contract_OfTwoFactories_CannotBeRegistered()
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new("Twice"), AssemblyBuilderAccess.Run).DefineDynamicModule("Twice");
        CustomAttributeBuilder contract = new(typeof(CustomMappingFactoryAttributeAttribute).GetConstructors().Single(), ["Twice"]);
        foreach (var name in (string[])["First", "Second"])
        {
            var type = module.DefineType(name);
            type.SetCustomAttribute(contract);
            type.CreateType();
        }

        Assert.ThrowsExactly<InvalidOperationException>(() => new MLContext().ComponentCatalog.RegisterAssembly(module.Assembly));
    }

    [TestMethod]
    public void Scopes_OfAChain_AreSavedToo()
    {
        var copy = Transforms.CopyColumns("Y", "X").Fit(Some.Points(1));
        var loaded = (TransformerChain<ITransformer>)Reload(
            new TransformerChain<ITransformer>([copy], [TransformerScope.Training]), null, out _);
        Assert.IsEmpty(loaded.GetModelFor(TransformerScope.Scoring));
        Assert.HasCount(1, loaded.ToList());
    }

    [TestMethod]
    public void Entry_AddedToTheFile_IsIgnored()
    {
        using MemoryStream stream = new();
        Some.Context.Model.Save(Carrier.Scaling("2"), null, stream);
        using (ZipArchive zip = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var entry = zip.CreateEntry("Gan/generator.onnx").Open())
            entry.WriteByte(1);
        stream.Position = 0;
        var loaded = new MLContext().Model.Load(stream, out _);
        CollectionAssert.AreEqual(new float[] { 2, -2 }, loaded.Transform(Some.Points(2)).Vectors("Y").Last());
    }

    [TestMethod]
    public void File_ThatIsNoModel_Throws()
    {
        using MemoryStream noise = new([1, 2, 3, 4]);
        Assert.ThrowsExactly<InvalidDataException>(() => Some.Context.Model.Load(noise, out _));

        using MemoryStream empty = new();
        using (ZipArchive zip = new(empty, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("Else");
        empty.Position = 0;
        var thrown = Assert.ThrowsExactly<FormatException>(() => Some.Context.Model.Load(empty, out _));
        Assert.AreEqual("Corrupt model file", thrown.Message);
    }

    [TestMethod]
    public void File_WhoseDataAreCutShort_IsAFormatError()
    {
        using MemoryStream stream = new();
        Some.Context.Model.Save(Carrier.Scaling("2"), null, stream);
        using (ZipArchive zip = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var data = zip.Entries.First(entry => entry.FullName.EndsWith(".bin", StringComparison.Ordinal)).Open())
            data.SetLength(2);
        stream.Position = 0;
        Assert.ThrowsExactly<FormatException>(() => Some.Context.Model.Load(stream, out _));
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
