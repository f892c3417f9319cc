using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>What is wrong with options or data is said before or while the data is read, never after the training.</summary>
[TestClass]
public sealed class GanEstimatorCheckTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void NullArguments_NameTheirParameter()
    {
        var estimator = Context.Gan.Trainers.Gan(TestData.Options);

        Assert.AreEqual("options", Assert.ThrowsExactly<ArgumentNullException>(() => Context.Gan.Trainers.Gan(null!)).ParamName);
        Assert.AreEqual("input", Assert.ThrowsExactly<ArgumentNullException>(() => estimator.Fit(null!)).ParamName);
        Assert.AreEqual("inputSchema",
            Assert.ThrowsExactly<ArgumentNullException>(() => estimator.GetOutputSchema(null!)).ParamName);
    }

    [TestMethod]
    [DataRow("Nothing", null, null, "Could not find input column 'Nothing'")]
    [DataRow("Features", "Nothing", null, "Could not find label column 'Nothing'")]
    [DataRow("Name", null, null, "Schema mismatch for input column 'Name': expected Vector<Single")]
    [DataRow("Number", null, null, "Schema mismatch for input column 'Number': expected Vector<Single")]
    [DataRow("Features", "Name", null, "Schema mismatch for label column 'Name': expected Key<UInt32> or a number, got String")]
    [DataRow("Features", "Latent", null, "Schema mismatch for label column 'Latent': expected Key<UInt32> or a number, got Vector<Single")]
    public void UnfitColumn_IsRefusedInMLNetsWords(string input, string? label, string? latent, string message)
    {
        var (points, estimator) = (TestData.Points(10), Context.Gan.Trainers.Gan(
            TestData.Options with { FeatureColumnName = input, LabelColumnName = label, LatentColumnName = latent }));

        foreach (var thrown in new[]
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.Fit(points)),
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(
                () => estimator.GetOutputSchema(SchemaShapes.Of(points.Schema))),
        })
        {
            Assert.AreEqual("inputSchema", thrown.ParamName);
            StringAssert.StartsWith(thrown.Message, message);
        }
    }

    [TestMethod]
    [DataRow("Nothing", "Could not find latent column 'Nothing'")]
    [DataRow("Name", "Schema mismatch for latent column 'Name': expected Vector<Single>, got String")]
    public void UnfitLatentColumn_IsRefusedByAPipeline(string latent, string message)
    {
        var pipeline = Context.Transforms.CopyColumns("Copy", "Features")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { LatentColumnName = latent }));

        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => pipeline.Fit(TestData.Points(10)));

        StringAssert.StartsWith(thrown.Message, message);
    }

    [TestMethod]
    [DataRow("Nothing", "Could not find latent column 'Nothing'")]
    [DataRow("Name", "Schema mismatch for latent column 'Name': expected Vector<Single, 4>, got String")]
    [DataRow("Features", "Schema mismatch for latent column 'Features': expected Vector<Single, 4>, got Vector<Single, 2>")]
    public void UnfitLatentColumn_IsRefusedBeforeARowIsRead(string latent, string message)
    {
        var view = new CountingView(TestData.Points(10));
        var estimator = Context.Gan.Trainers.Gan(TestData.Options with { LatentColumnName = latent });

        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.Fit(view));

        StringAssert.StartsWith(thrown.Message, message);
        Assert.AreEqual(0, view.RowsRead);
    }

    [TestMethod]
    public void VectorOfAnotherSize_IsRefusedWithBothSizes()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Trainers.Gan(
            TestData.Options with { Shape = SampleShape.Vector(3) }).Fit(TestData.Points(10)));

        StringAssert.StartsWith(thrown.Message,
            "Schema mismatch for input column 'Features': expected Vector<Single, 3>, got Vector<Single, 2>");
    }

    [TestMethod]
    public void RowOfAnotherLength_IsNamedWithBothSizes()
    {
        var message = FitFails(TestData.Options, [new() { Features = [0, 0] }, new() { Features = [0, 0] }, new() { Features = [1, 2, 3] }]);

        Assert.AreEqual("Row 2 of column 'Features' has 3 values, but Vector(2) needs 2.", message);
    }

    [TestMethod]
    [DataRow(float.NaN, "NaN")]
    [DataRow(float.NegativeInfinity, "-Infinity")]
    public void ValueThatIsNotFinite_IsNamedWithItsPlace(float value, string text)
    {
        var message = FitFails(TestData.Options, [new() { Features = [0, 0] }, new() { Features = [0, value] }]);

        StringAssert.StartsWith(message, $"Row 1 of column 'Features' has the value {text} at index 1.");
    }

    [TestMethod]
    public void PixelOutOfRange_IsNamedWithWhatToDo()
    {
        var options = TestData.Options with { Shape = SampleShape.Image(1, 1, 2) };

        var message = FitFails(options, [new() { Features = [-1, 1] }, new() { Features = [255, 0] }]);

        StringAssert.StartsWith(message, "Row 1 of column 'Features' has the value 255 at index 0, but");
        StringAssert.Contains(message, "p / 127.5 − 1");
    }

    [TestMethod]
    public void NoRows_IsSaidInMLNetsWords() =>
        Assert.AreEqual("Training set has 0 instances, aborting training.", FitFails(TestData.Options, []));

    [TestMethod]
    [DataRow(1, 64)]
    [DataRow(7, 8)]
    public void FewerRowsThanABatch_SaysWhichSizeFits(int rows, int batchSize)
    {
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Trainers.Gan(TestData.Options with { BatchSize = batchSize }).Fit(TestData.Points(rows)));

        Assert.AreEqual(
            $"BatchSize is {batchSize}, but column 'Features' has only {rows} {(rows == 1 ? "row" : "rows")}. Choose a BatchSize of at most {rows}.", thrown.Message);
    }

    [TestMethod]
    public void MissingKey_IsNamedWithItsRow()
    {
        var rows = TestData.Rows(10);
        rows[3].Label = 2;   // There are two classes, 0 and 1: ML.NET makes a missing key of it.

        StringAssert.StartsWith(LabelFails("Label", rows), "Row 3 of label column 'Label' has no key (a missing value).");
    }

    [TestMethod]
    [DataRow(0.5f, "0.5")]
    [DataRow(-1f, "-1")]
    [DataRow(float.NaN, "NaN")]
    public void NumberThatIsNoClass_IsNamedWithItsRow(float label, string text)
    {
        var rows = TestData.Rows(10);
        rows[4].Number = label;

        StringAssert.StartsWith(LabelFails("Number", rows), $"Row 4 of label column 'Number' has the value {text}, but");
    }

    [TestMethod]
    public void NumberFarAboveAllClasses_IsRefusedBeforeNetworksAreMade()
    {
        var rows = TestData.Rows(10);
        rows[4].Number = 2e9f;

        StringAssert.StartsWith(LabelFails("Number", rows), "The label column has 2000000001 classes, but at most 100000");
    }

    [TestMethod]
    public void ImageThatDcganCannotHalve_IsRefusedBeforeARowIsRead()
    {
        var view = new CountingView(TestData.Points(10));
        var options = TestData.Options with { Shape = SampleShape.Image(1, 30, 30), Architecture = new Dcgan { Width = 4 } };

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Trainers.Gan(options).Fit(view));

        StringAssert.StartsWith(thrown.Message,
            "Dcgan needs an image whose sides are multiples of 4, but the shape is Image(1, 30, 30).");
        Assert.AreEqual(0, view.RowsRead);
    }

    [TestMethod]
    public void Fit_ReadsTheDataOnceAndClosesItsCursor()
    {
        var view = new CountingView(TestData.Points(10));

        using var model = Context.Gan.Trainers.Gan(TestData.Options).Fit(view);

        Assert.AreEqual(10, view.RowsRead);
        Assert.AreEqual(0, view.OpenCursors);
    }

    private static string FitFails(GanOptions options, VariableRow[] rows) => Assert.ThrowsExactly<InvalidOperationException>(
        () => Context.Gan.Trainers.Gan(options).Fit(Context.Data.LoadFromEnumerable(rows))).Message;

    private static string LabelFails(string column, List<PointRow> rows) => Assert.ThrowsExactly<InvalidOperationException>(
        () => Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = column }).Fit(Context.Data.LoadFromEnumerable(rows))).Message;

    public sealed class VariableRow
    {
        public float[] Features { get; set; } = [];
    }
}
