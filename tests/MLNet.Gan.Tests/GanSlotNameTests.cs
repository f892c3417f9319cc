using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Generated vectors have the slot names of the column that they are like, wherever the generator goes.</summary>
[TestClass]
public sealed class GanSlotNameTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private static readonly string[] Names = ["Length", "Width"];
    private static readonly Lazy<TransformerChain<GanTransformer>> LazyPipeline = new(() =>
        Context.Transforms.Concatenate("Both", Names).Append(Context.Gan.Trainers.Gan(Options)).Fit(Table(10)));
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.gan");

    private static GanOptions Options => TestData.Options with { FeatureColumnName = "Both", LabelColumnName = "Class" };

    /// <summary>Shared: do not dispose it.</summary>
    private static TransformerChain<GanTransformer> Pipeline => LazyPipeline.Value;

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void Transform_AndGenerate_GiveThem()
    {
        AssertNamed(Pipeline.Transform(Table(4)));
        AssertNamed(Pipeline.LastTransformer.Generate(4));
    }

    [TestMethod]
    public void Load_OfASavedGenerator_GivesThem()
    {
        Pipeline.LastTransformer.Save(_path);
        using var loaded = Context.Gan.Load(_path);

        AssertNamed(loaded.Generate(4));
    }

    [TestMethod]
    public void Load_OfASavedPipeline_GivesThemAndTheSameSamples()
    {
        var loaded = Saved.AndLoaded(Pipeline);
        foreach (var model in new[] { loaded, Saved.AndLoaded(loaded) })
        {
            var output = model.Transform(Table(300));

            AssertNamed(output);
            Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), output.Schema["Generated"].Type);
            TestData.AssertSame(TestData.Read(Pipeline.Transform(Table(300))), TestData.Read(output));
            // The columns that lend the names are gone again, and the table's own are still there.
            CollectionAssert.AreEqual(
                new[] { "Length", "Width", "Class", "Both", "Generated" },
                output.Schema.Where(column => !column.IsHidden).Select(column => column.Name).ToArray());
            CollectionAssert.AreEqual(
                Table(3).GetColumn<float>("Length").ToArray(), output.GetColumn<float>("Length").Take(3).ToArray());
        }
    }

    [TestMethod]
    public void PredictionEngine_OfALoadedPipeline_DrawsTheSameSamples()
    {
        using var engine = Context.Model.CreatePredictionEngine<TableRow, GeneratedRow>(Saved.AndLoaded(Pipeline));

        var samples = Rows(4).Select(row => engine.Predict(row).Generated).ToList();

        TestData.AssertSame(TestData.Read(Pipeline.Transform(Table(4))), samples);
    }

    [TestMethod]
    public void GetOutputSchema_PromisesThem()
    {
        var shape = SchemaShapes.Of(Context.Transforms.Concatenate("Both", Names).Fit(Table(1)).GetOutputSchema(Table(1).Schema));

        var promised = Context.Gan.Trainers.Gan(Options).GetOutputSchema(shape).Single(column => column.Name == "Generated");

        Assert.Contains("SlotNames", promised.Annotations.Select(annotation => annotation.Name));
    }

    [TestMethod]
    public void Save_OfMoreSlotsThanColumnsAreMadeFor_LeavesThemOut() => Assert.IsNull(
        NamedSlots.Concatenate(Context, "Generated", [.. Enumerable.Repeat("x", SlotAssemblies.MostSlots + 1)]));

    [TestMethod]
    public void Load_OfASavedPipelineOfManySlots_GivesEachItsName()
    {
        const int size = 40;
        string[] names = [.. Enumerable.Range(0, size).Select(slot => slot == 7 ? "" : $"slot {slot}")];
        var definition = SchemaDefinition.Create(typeof(PointRow));
        definition["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        definition["Features"].AddAnnotation(
            "SlotNames", new VBuffer<ReadOnlyMemory<char>>(size, [.. names.Select(name => name.AsMemory())]),
            new VectorDataViewType(TextDataViewType.Instance, size));
        var vectors = Context.Data.LoadFromEnumerable(
            Enumerable.Range(0, 10).Select(row => new PointRow { Features = [.. Enumerable.Repeat(row / 10f, size)] }), definition);
        using var model = Context.Gan.Trainers.Gan(TestData.Options with { Shape = null }).Fit(vectors);

        var output = Saved.AndLoaded(model).Transform(vectors);

        CollectionAssert.AreEqual(names, SlotNames.Of(output.Schema["Generated"]).ToArray());
        TestData.AssertSame(TestData.Read(model.Transform(vectors)), TestData.Read(output));
    }

    private static void AssertNamed(IDataView view) =>
        CollectionAssert.AreEqual(Names, SlotNames.Of(view.Schema["Generated"]).ToArray());

    private static List<TableRow> Rows(int count) => [.. TestData.Rows(count).Select(row => new TableRow
    {
        Length = row.Features[0], Width = row.Features[1], Class = row.Label,
    })];

    private static IDataView Table(int count) => Context.Data.LoadFromEnumerable(Rows(count));

    private sealed class TableRow
    {
        public float Length { get; set; }

        public float Width { get; set; }

        [KeyType(2)]
        public uint Class { get; set; }
    }
}
