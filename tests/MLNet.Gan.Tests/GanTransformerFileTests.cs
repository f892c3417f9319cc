using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>A generator's own file, which is its ONNX form.</summary>
[TestClass]
public sealed class GanTransformerFileTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "points.gan");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Load_OfASavedGenerator_DrawsTheSameSamples()
    {
        foreach (var model in new[] { TestData.Plain, TestData.ByKey, TestData.ByNumber, TestData.ByLatent })
        {
            model.Save(Target);
            using var loaded = new MLContext().Gan.Load(Target);

            TestData.AssertSame(TestData.Read(model.Transform(TestData.Points(20))), TestData.Read(loaded.Transform(TestData.Points(20))));
            TestData.AssertSame(TestData.Read(model.Generate(70, seed: 3)), TestData.Read(loaded.Generate(70, seed: 3)));
            Assert.AreEqual(
                string.Join('\n', model.Transform(TestData.Points(1)).Schema), string.Join('\n', loaded.Transform(TestData.Points(1)).Schema));
        }
    }

    [TestMethod]
    public void Load_OfASavedGenerator_KnowsWhatItIsButNotItsTraining()
    {
        TestData.ByKey.Save(Target);

        using var loaded = Context.Gan.Load(Target);

        Assert.AreEqual(SampleShape.Vector(2), loaded.Shape);
        Assert.AreEqual(2, loaded.Classes);
        Assert.AreEqual(TestData.LatentSize, loaded.LatentSize);
        Assert.AreEqual(TestData.ByKey.OptionsText, loaded.OptionsText);
        StringAssert.Contains(loaded.OptionsText, "BatchSize = 8");
        Assert.IsFalse(loaded.IsCanceled);
        Assert.IsNull(loaded.Run);
    }

    [TestMethod]
    public void Load_OfACanceledGenerator_StillSaysSo()
    {
        using var model = Context.Gan.Trainers.Gan(TestData.Options, new() { CancellationToken = new CancellationToken(canceled: true) })
            .Fit(TestData.Points(10));
        model.Save(Target);

        using var loaded = Context.Gan.Load(Target);

        Assert.IsTrue(loaded.IsCanceled);
    }

    [TestMethod]
    public void Load_OfKeysWithNames_KeepsThem()
    {
        var keys = Context.Transforms.Conversion.MapValueToKey("Label", "Name").Fit(TestData.Points(10));
        using var model = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Label" }).Fit(keys.Transform(TestData.Points(10)));
        model.Save(Target);
        using var loaded = Context.Gan.Load(Target);

        var generated = loaded.Generate([1, 0]);
        var named = Context.Transforms.Conversion.MapKeyToValue("Back", "Label").Fit(generated).Transform(generated);

        CollectionAssert.AreEqual(new[] { "right", "left" }, named.GetColumn<string>("Back").ToArray());
    }

    [TestMethod]
    public void ExportToOnnx_OfATrainedGenerator_IsProvenAndEqualToItsSave()
    {
        TestData.ByKey.Save(Target);
        var path = Path.Combine(_folder, "points.onnx");

        var export = TestData.ByKey.ExportToOnnx(path);

        Assert.IsTrue(export.MaxAbsoluteDifference is >= 0 and <= 1e-4, export.ToString());
        Assert.AreEqual(path, export.Path);
        Assert.AreEqual(new FileInfo(path).Length, export.Bytes);
        CollectionAssert.AreEqual(File.ReadAllBytes(Target), File.ReadAllBytes(path));
    }

    [TestMethod]
    public void ExportToOnnx_WritesWhatTheGeneratorIs()
    {
        TestData.ByKey.ExportToOnnx(Target);

        using var session = new OnnxSession(File.ReadAllBytes(Target));

        Assert.AreEqual("[2]", session.Metadata["mlnet.gan.shape"]);
        Assert.AreEqual("[5,5]", session.Metadata["mlnet.gan.class_counts"]);
        Assert.AreEqual("Label", session.Metadata["mlnet.gan.label_column"]);
        Assert.AreEqual("7", session.Metadata["mlnet.gan.seed"]);
        Assert.AreEqual("3", session.Metadata["mlnet.gan.steps"]);
        CollectionAssert.AreEqual(new[] { "latent", "label" }, session.Inputs.Select(port => port.Name).ToArray());
        Assert.AreEqual("sample", session.Outputs.Single().Name);
    }

    [TestMethod]
    public void ExportToOnnx_AfterLoading_GivesTheFileAndItsProofBack()
    {
        var proven = TestData.Plain.ExportToOnnx(Target);
        using var loaded = Context.Gan.Load(Target);
        var path = Path.Combine(_folder, "again.onnx");

        var export = loaded.ExportToOnnx(path);

        Assert.AreEqual(proven.MaxAbsoluteDifference, export.MaxAbsoluteDifference);
        CollectionAssert.AreEqual(File.ReadAllBytes(Target), File.ReadAllBytes(path));
    }

    [TestMethod]
    public void Save_ToWhereNothingCanBeWritten_ThrowsAndLeavesNothing()
    {
        var missing = Path.Combine(_folder, "missing", "points.gan");
        Directory.CreateDirectory(Target);

        Assert.ThrowsExactly<DirectoryNotFoundException>(() => TestData.Plain.Save(missing));
        Assert.ThrowsExactly<DirectoryNotFoundException>(() => TestData.Plain.ExportToOnnx(missing));
        var thrown = Assert.Throws<Exception>(() => TestData.Plain.Save(Target));

        Assert.IsTrue(thrown is IOException or UnauthorizedAccessException, thrown.ToString());
        Assert.AreEqual(Target, Assert.ContainsSingle(Directory.GetFileSystemEntries(_folder)));
    }

    [TestMethod]
    public void EmptyPath_IsRefused()
    {
        Assert.AreEqual("path", Assert.ThrowsExactly<ArgumentException>(() => TestData.Plain.Save("")).ParamName);
        Assert.AreEqual("path", Assert.ThrowsExactly<ArgumentNullException>(() => TestData.Plain.ExportToOnnx(null!)).ParamName);
        Assert.AreEqual("path", Assert.ThrowsExactly<ArgumentException>(() => Context.Gan.Load("")).ParamName);
    }
}
