using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

[TestClass]
public sealed class PredictionEngineTests
{
    private static readonly ModelOperationsCatalog Model = Some.Context.Model;

    [TestMethod]
    public void Predict_ThroughBuiltInAndExternalSteps_FollowsEachObject()
    {
        var model = new DoublingEstimator().Append(Some.Context.Transforms.NormalizeMinMax("Scaled", "Twice")).Fit(Some.Points(5));
        using var engine = Model.CreatePredictionEngine<Point, Output>(model);
        CollectionAssert.AreEqual(new float[] { 4, -4 }, engine.Predict(Some.Point(2)).Twice);

        // The largest doubled point is (8, −8).
        Output output = new();
        engine.Predict(Some.Point(4), ref output);
        CollectionAssert.AreEqual(new float[] { 1, -1 }, output.Scaled);
        Assert.IsNotNull(engine.OutputSchema.GetColumnOrNull("Twice"));
    }

    [TestMethod]
    public void Create_ForATransformerThatAddsRows_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Model.CreatePredictionEngine<Point, Output>(new NoMapper()));
        Assert.AreEqual("Must be a row to row mapper (Parameter 'transformer')", thrown.Message);
    }

    [TestMethod]
    public void Dispose_OfAnOwningEngine_DisposesTheTransformer()
    {
        Doubler owned = new(), lent = new();
        Model.CreatePredictionEngine<Point, Output>(owned).Dispose();
        Model.CreatePredictionEngine<Point, Output>(lent, new PredictionEngineOptions { OwnsTransformer = false }).Dispose();
        Assert.AreEqual((1, 0), (owned.Disposals, lent.Disposals));
    }

    [TestMethod]
    public void Create_WithASchema_TakesItsSizes()
    {
        var model = Some.Context.Transforms.NormalizeMinMax("Scaled", "X").Fit(Some.Points(3));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Model.CreatePredictionEngine<Unsized, Output>(model));
        using var engine = Model.CreatePredictionEngine<Unsized, Output>(model, Some.Points(1).Schema);
        CollectionAssert.AreEqual(new float[] { 1, 0.5f }, engine.Predict(new() { X = [2, 1] }).Scaled);
    }

    [TestMethod]
    public void Create_NotIgnoringMissingColumns_Throws() => Assert.ThrowsExactly<InvalidOperationException>(() =>
        Model.CreatePredictionEngine<Point, Output>(new Doubler(), ignoreMissingColumns: false));

    private sealed class Output
    {
        public float[] Twice { get; set; } = [];

        public float[] Scaled { get; set; } = [];
    }

    private sealed class Unsized
    {
        public float[] X { get; set; } = [];
    }

    private sealed class NoMapper : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException("Not to be saved.");

        public IDataView Transform(IDataView input) => input;
    }
}
