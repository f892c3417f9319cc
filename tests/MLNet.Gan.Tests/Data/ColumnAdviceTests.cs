using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Data;

/// <summary>Columns of wrong types: what the messages tell to do, and that doing so helps.</summary>
[TestClass]
public sealed class ColumnAdviceTests
{
    private static readonly MLContext Context = TestData.Context;
    private static readonly IDataView Rows = Context.Data.LoadFromEnumerable(Enumerable.Range(0, 10).Select(row => new Row
    {
        Features = [row, 1], Doubles = [row, 1], Age = row, Count = row, Plan = row % 2 == 0 ? "a" : "b", IsActive = row % 2 == 0,
    }));

    [TestMethod]
    [DataRow("Features", "Plan", "Key<UInt32> or a number, got String. Number the classes first: ml.Transforms.Conversion.MapValueToKey(\"Plan\").")]
    [DataRow("Features", "IsActive", "Key<UInt32> or a number, got Boolean. Number the classes first: ml.Transforms.Conversion.MapValueToKey(\"IsActive\").")]
    [DataRow("Age", null, "Single. Join the columns of numbers to a vector: ml.Transforms.Concatenate(\"Features\", \"Age\", …).")]
    [DataRow("Count", null, "Int32. Convert it to Single first: ml.Transforms.Conversion.ConvertType(\"Count\", outputKind: DataKind.Single). Join")]
    [DataRow("Plan", null, "String. Make numbers of it first, for example with ml.Transforms.Categorical.OneHotEncoding(\"Plan\").")]
    [DataRow("Doubles", null, "Convert it to Single first: ml.Transforms.Conversion.ConvertType(\"Doubles\", outputKind: DataKind.Single).")]
    public void WrongType_OfData_SaysWhatToDo(string feature, string? label, string advice)
    {
        foreach (var shape in new[] { SampleShape.Vector(2), null })
        {
            var trainer = Context.Gan.Trainers.Gan(
                TestData.Options with { FeatureColumnName = feature, LabelColumnName = label, Shape = shape });

            foreach (var call in new Action[] { () => trainer.Fit(Rows), () => trainer.GetOutputSchema(SchemaShapes.Of(Rows.Schema)) })
                Assert.Contains(advice, Assert.ThrowsExactly<ArgumentOutOfRangeException>(call).Message);
        }
    }

    [TestMethod]
    public void Advice_Followed_Trains()
    {
        var pipeline = Context.Transforms.Conversion.ConvertType("Count", outputKind: DataKind.Single)
            .Append(Context.Transforms.Concatenate("Joined", "Age", "Count"))
            .Append(Context.Transforms.Conversion.MapValueToKey("Plan"))
            .Append(Context.Gan.Trainers.Gan(
                TestData.Options with { FeatureColumnName = "Joined", LabelColumnName = "Plan", Shape = null }));

        using var model = pipeline.Fit(Rows);

        Assert.AreEqual((SampleShape.Vector(2), 2), (model.LastTransformer.Shape, model.LastTransformer.Classes));
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        [VectorType(2)]
        public double[] Doubles { get; set; } = [];

        public float Age { get; set; }

        public int Count { get; set; }

        public string Plan { get; set; } = "";

        public bool IsActive { get; set; }
    }
}
