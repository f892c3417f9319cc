using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>What ML.NET's Model.Load gives back, as generators again.</summary>
[TestClass]
public sealed class GanPipelineRestoreTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Restore_OfALoadedGenerator_GivesATransformerOfKnownSize()
    {
        foreach (var model in new[] { TestData.Plain, TestData.ByKey, TestData.ByNumber, TestData.ByLatent })
        {
            var restored = Context.Gan.Restore(SaveAndLoad(model));

            Assert.IsInstanceOfType<GanTransformer>(restored);
            Assert.AreEqual(
                string.Join('\n', model.GetOutputSchema(TestData.Points(1).Schema)),
                string.Join('\n', restored.GetOutputSchema(TestData.Points(1).Schema)));
            Assert.AreEqual(model.OptionsText, ((GanTransformer)restored).OptionsText);
        }
    }

    [TestMethod]
    public void Restore_OfALoadedGenerator_DrawsByRowIdAgain()
    {
        var restored = Context.Gan.Restore(SaveAndLoad(TestData.Plain));
        var expected = Ids(TestData.Plain.Transform(TestData.Points(50)));

        var shuffled = Ids(restored.Transform(Context.Data.ShuffleRows(TestData.Points(50), seed: 2)));

        Assert.IsFalse(expected.Keys.SequenceEqual(shuffled.Keys), "Nothing was shuffled.");
        foreach (var (id, sample) in expected)
            CollectionAssert.AreEqual(sample, shuffled[id]);
    }

    [TestMethod]
    public void Restore_OfALongPipeline_LeavesOtherStepsAlone()
    {
        var pipeline = Context.Transforms.Conversion.MapValueToKey("Class", "Name")
            .Append(Context.Gan.Train(TestData.Options with { LabelColumn = "Class" }))
            .Append(Context.Transforms.CopyColumns("Last", "Generated"))
            .Fit(TestData.Points(10));

        var restored = (TransformerChain<ITransformer>)Context.Gan.Restore(SaveAndLoad(pipeline));

        CollectionAssert.AreEqual(
            new[] { "ValueToKeyMappingTransformer", "GanTransformer", "ColumnCopyingTransformer" },
            restored.Select(step => step.GetType().Name).ToArray());
        var output = restored.Transform(TestData.Points(6));
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), output.Schema["Last"].Type);
        TestData.AssertSame(TestData.Read(pipeline.Transform(TestData.Points(6))), TestData.Read(output, "Last"));
    }

    [TestMethod]
    public void Restore_OfStepsWithScopes_KeepsTheScopes()
    {
        var copy = Context.Transforms.CopyColumns("Copy", "Features").Fit(TestData.Points(1));
        var pipeline = new TransformerChain<ITransformer>(
            [TestData.Plain, copy], [TransformerScope.Everything, TransformerScope.Training]);

        var restored = (TransformerChain<ITransformer>)Context.Gan.Restore(SaveAndLoad(pipeline));

        var schema = TestData.Points(1).Schema;
        Assert.IsNull(restored.GetOutputSchema(schema).GetColumnOrNull("Copy"));
        Assert.IsNotNull(restored.GetOutputSchema(schema, TransformerScope.Training).GetColumnOrNull("Copy"));
    }

    [TestMethod]
    public void Restore_ThenSavedLoadedAndRestoredAgain_DrawsTheSameSamples()
    {
        var once = Context.Gan.Restore(SaveAndLoad(TestData.ByKey));

        var twice = Context.Gan.Restore(SaveAndLoad(once));

        TestData.AssertSame(
            TestData.Read(TestData.ByKey.Transform(TestData.Points(5))), TestData.Read(twice.Transform(TestData.Points(5))));
    }

    [TestMethod]
    public void Restore_OfAPipelineWithoutAGenerator_ChangesNothing()
    {
        var pipeline = SaveAndLoad(Context.Transforms.CopyColumns("Copy", "Features")
            .Append(Context.Transforms.DropColumns("Features")).Fit(TestData.Points(1)));

        var restored = Context.Gan.Restore(pipeline);

        Assert.AreEqual(
            string.Join('\n', pipeline.GetOutputSchema(TestData.Points(1).Schema)),
            string.Join('\n', restored.GetOutputSchema(TestData.Points(1).Schema)));
    }

    private static Dictionary<DataViewRowId, float[]> Ids(IDataView view) =>
        TestData.ReadWithIds(view.CursorOf("Generated")).ToDictionary(row => row.Id, row => row.Sample);

    private static ITransformer SaveAndLoad(ITransformer model)
    {
        using var stream = new MemoryStream();
        Context.Model.Save(model, null, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out _);
    }
}
