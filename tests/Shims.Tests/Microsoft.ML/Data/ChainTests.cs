using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class ChainTests
{
    private static readonly TransformsCatalog Transforms = Some.Context.Transforms;

    [TestMethod]
    public void Chain_OfBuiltInAndExternalSteps_RunsThemInOrder()
    {
        var pipeline = Transforms.CopyColumns("X", "X").Append(new DoublingEstimator()).Append(Transforms.Concatenate("All", "X", "Twice"));
        var model = pipeline.Fit(Some.Points(3));
        var output = model.Transform(Some.Points(3));
        CollectionAssert.AreEqual(new float[] { 2, -2, 4, -4 }, output.Vectors("All").Last());
        Assert.AreEqual(4, ((VectorDataViewType)output.Schema["All"].Type).Size);
        Assert.AreEqual(output.Schema.Count, model.GetOutputSchema(Some.Points(1).Schema).Count);
    }

    [TestMethod]
    public void Chain_WithAStepForTraining_LeavesItOutOfScoring()
    {
        var pipeline = new EstimatorChain<ITransformer>()
            .Append(new DoublingEstimator(), TransformerScope.Training)
            .Append(Transforms.CopyColumns("Y", "X"));
        var model = pipeline.Fit(Some.Points(3));
        Assert.IsNull(model.Transform(Some.Points(3)).Schema.GetColumnOrNull("Twice"));
        Assert.IsNotNull(model.Transform(Some.Points(3), TransformerScope.Training).Schema.GetColumnOrNull("Twice"));
        Assert.HasCount(1, model.GetModelFor(TransformerScope.Scoring).ToList());
        Assert.HasCount(2, model.ToList());
    }

    [TestMethod]
    public void IsRowToRowMapper_OfAChain_AsksEveryStepWhateverItsScope()
    {
        var chain = new TransformerChain<ITransformer>([new RowAdder(), new Doubler()], [TransformerScope.Training, TransformerScope.Everything]);
        Assert.IsFalse(((ITransformer)chain).IsRowToRowMapper);
        Assert.IsTrue(((ITransformer)chain.GetModelFor(TransformerScope.Scoring)).IsRowToRowMapper);
        Assert.ThrowsExactly<InvalidOperationException>(() => ((ITransformer)chain).GetRowToRowMapper(Some.Points(1).Schema));
    }

    [TestMethod]
    public void Chain_WithoutSteps_IsTheIdentity()
    {
        var points = Some.Points(2);
        Assert.AreSame(points, new TransformerChain<ITransformer>().Transform(points));
        Assert.AreSame(points.Schema, new TransformerChain<ITransformer>().GetOutputSchema(points.Schema));
    }

    [TestMethod]
    public void Dispose_OfAChain_DisposesEveryStep()
    {
        Doubler first = new(), second = new();
        new TransformerChain<ITransformer>(first, second).Dispose();
        Assert.AreEqual((1, 1), (first.Disposals, second.Disposals));
    }

    [TestMethod]
    public void CacheCheckpoint_InAChain_IsWhatTheNextStepSees()
    {
        DoublingEstimator last = new();
        Transforms.CopyColumns("Y", "X").AppendCacheCheckpoint(Some.Context).Append(last)
            .Fit(Some.Context.Data.LoadFromEnumerable(Enumerable.Range(0, 3).Select(Some.Point)));
        Assert.IsTrue(last.Seen!.CanShuffle);
    }

    [TestMethod]
    public void Fit_OfNull_NamesTheInput()
    {
        EstimatorChain<ITransformer> chain = new();
        Assert.AreEqual("input", Assert.ThrowsExactly<ArgumentNullException>(() => chain.Fit(null!)).ParamName);
        Assert.AreEqual("inputSchema", Assert.ThrowsExactly<ArgumentNullException>(() => chain.GetOutputSchema(null!)).ParamName);
    }

    [TestMethod]
    public void Transformers_PutBehindOneAnother_MakeAChain()
    {
        var chain = new Doubler().Append(Transforms.CopyColumns("Y", "Twice").Fit(new Doubler().Transform(Some.Points(1))));
        CollectionAssert.AreEqual(new float[] { 2, -2 }, chain.Transform(Some.Points(2)).Vectors("Y").Last());
    }

    private sealed class RowAdder : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException("Not to be saved.");

        public IDataView Transform(IDataView input) => input;
    }
}
