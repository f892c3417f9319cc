using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Generation;

/// <summary>A class without rows in the training has no samples, wherever it is asked for.</summary>
[TestClass]
public sealed class TrainedClassesTests
{
    private const string OfNumber = "Class 0 had no rows in the training, so the generator has not learned it. Classes with rows are 1, 2, 3.";
    private const string OfKey = "Class 1 ('b') had no rows in the training, so the generator has not learned it. Classes with rows are "
        + "0 ('a'), 2 ('c').";

    private static readonly MLContext Context = TestData.Context;

    // Numbers from 1 to 3, and a key of three values, of which a filter removes the rows of one.
    private static readonly Lazy<GanTransformer> ByNumber = new(() => Fit(Numbers(1, 2, 3, 1, 2, 3, 1, 2, 3), "Number"));
    private static readonly Lazy<GanTransformer> ByKey = new(() => Fit(Context.Data.FilterRowsByColumn(Keys(), "Number", upperBound: 0.5), "Key"));

    [TestMethod]
    public void Generate_OfANumberWithoutRows_NamesTheClassesWithRows()
    {
        var model = ByNumber.Value;

        Assert.AreEqual(4, model.Classes);
        Assert.StartsWith(OfNumber, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => model.Generate([1, 0])).Message);
        Assert.StartsWith(OfNumber, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => model.Generate([new float[TestData.LatentSize]], [0])).Message);
        Assert.HasCount(3, TestData.Read(model.Generate([1, 2, 3])));
        Assert.IsFalse(model.Generate(50).GetColumn<float>("Number").Contains(0));
    }

    [TestMethod]
    public void Generate_OfAKeyWithoutRows_NamesTheClassesByTheirValues()
    {
        var model = ByKey.Value;

        Assert.AreEqual(3, model.Classes);
        Assert.StartsWith(OfKey, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => model.Generate([1])).Message);
        CollectionAssert.AreEqual(new uint[] { 1, 3 }, model.Generate(50).GetColumn<uint>("Key").Distinct().Order().ToArray());
    }

    [TestMethod]
    public void Transform_OfAClassWithoutRows_NamesTheRow()
    {
        Assert.AreEqual($"Row 1 of label column 'Number' cannot be generated. {OfNumber}", Assert.ThrowsExactly<InvalidOperationException>(
            () => TestData.Read(ByNumber.Value.Transform(Numbers(1, 0)))).Message);
        Assert.Contains($"of label column 'Key' cannot be generated. {OfKey}", Assert.ThrowsExactly<InvalidOperationException>(
            () => TestData.Read(ByKey.Value.Transform(Keys()))).Message);
    }

    [TestMethod]
    public void Load_OfAFile_KeepsWhichClassesHadRows()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.gan");
        ByKey.Value.Save(path);
        using var loaded = Context.Gan.Load(path);
        File.Delete(path);

        Assert.StartsWith(OfKey, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => loaded.Generate([1])).Message);
    }

    [TestMethod]
    public void Load_OfAPipeline_KeepsWhichClassesHadRows()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");
        var rows = Numbers(1, 2, 0);
        Context.Model.Save(ByNumber.Value, rows.Schema, path);
        var loaded = Context.Model.Load(path, out _);
        File.Delete(path);

        var thrown = Assert.Throws<Exception>(() => TestData.Read(loaded.Transform(rows)));
        Assert.Contains($"A row of label column 'Number' cannot be generated. {OfNumber}", $"{thrown}");
        Assert.HasCount(2, TestData.Read(loaded.Transform(Numbers(1, 2))));
    }

    [TestMethod]
    public void Problem_OfUnknownCounts_IsNone()
    {
        var metadata = new GeneratorMetadata
        {
            Shape = SampleShape.Vector(2), LatentSize = 2, OutputColumnName = "x", ClassCounts = [0, 0],
        };

        Assert.IsNull(TrainedClasses.Problem(metadata, 1));
        Assert.IsNull(TrainedClasses.Problem(metadata with { ClassCounts = [0, 5] }, 1));
        Assert.IsNotNull(TrainedClasses.Problem(metadata with { ClassCounts = [0, 5] }, 0));
        Assert.EndsWith("Classes with rows are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more.",
            TrainedClasses.Problem(metadata with { ClassCounts = [0, .. Enumerable.Repeat(1, 12)] }, 0)!);
    }

    [TestMethod]
    public void Evaluate_OfAClassThatNoRealRowHas_IsRefused()
    {
        var options = new EvaluationOptions
        {
            Features = new PlainFeatures(2), Classifier = new PlainFeatures(2), GeneratedColumnName = "Features",
            LabelColumnName = "Number",
        };

        Assert.StartsWith(
            "Generated rows have class 1 in column 'Number', but no real row has it",
            Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Evaluate(Numbers(0, 0, 0), Numbers(0, 1, 0), options)).Message);
        Assert.AreEqual(3, Context.Gan.Evaluate(Numbers(0, 1, 0), Numbers(0, 0, 0), options).LabelAccuracy!.Count);
    }

    private static GanTransformer Fit(IDataView rows, string label) =>
        Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = label }).Fit(rows);

    private static IDataView Numbers(params float[] classes)
    {
        var rows = TestData.Rows(classes.Length);
        foreach (var (i, row) in rows.Index())
            row.Number = classes[i];
        return Context.Data.LoadFromEnumerable(rows);
    }

    /// <summary>Rows of the classes a, b and c; Number is 1 for those of b.</summary>
    private static IDataView Keys()
    {
        var rows = TestData.Rows(18);
        foreach (var (i, row) in rows.Index())
            (row.Name, row.Number) = ($"{"abc"[i % 3]}", i % 3 == 1 ? 1 : 0);
        var view = Context.Data.LoadFromEnumerable(rows);
        return Context.Transforms.Conversion.MapValueToKey("Key", "Name").Fit(view).Transform(view);
    }
}
