using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Inception;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Evaluation;

[TestClass]
public sealed class InceptionEstimatorTests
{
    private static readonly MLContext Context = TestData.Context;
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
    private static readonly SampleShape Small = SampleShape.Image(3, 8, 8);

    private static InceptionOptions Options { get; set; } = new();

    [ClassInitialize]
    public static void Import(TestContext _)
    {
        Directory.CreateDirectory(Folder);
        var source = Path.Combine(Folder, "weights.pth");
        File.WriteAllText(source, "The test's own reader knows the weights.");
        Options = new()
        {
            Weights = InceptionImport.Import(source, new(Folder), path => MadeUp.Weights()),
            FeatureSize = 64,
            BatchSize = 4,
            Threads = 1,
        };
    }

    [ClassCleanup]
    public static void Remove() => Directory.Delete(Folder, recursive: true);

    [TestMethod]
    public void Transform_OfFloatsBytesAndPictures_GivesTheSameFeatures()
    {
        var view = Pictures(6);

        var ofBytes = Features(view, "Bytes");
        var expected = Expected(6, row => (Small, MadeUp.Image(row, 8, 8)));
        TestData.AssertSame(expected, ofBytes);
        TestData.AssertSame(expected, Features(view, "Floats"));
        TestData.AssertSame(expected, Features(view, "Flat", Options with { Shape = Small }));
        TestData.AssertSame(expected, Features(new PictureView([.. Enumerable.Repeat((8, 8), 6)]), "Picture"));
    }

    [TestMethod]
    public void Transform_OfPicturesOfDifferentSizes_JudgesEachAsItIs()
    {
        (int Height, int Width)[] sizes = [(8, 8), (8, 8), (9, 8), (8, 9), (8, 9)];

        TestData.AssertSame(
            Expected(5, row => (SampleShape.Image(3, sizes[row].Height, sizes[row].Width),
                MadeUp.Image(row, sizes[row].Height, sizes[row].Width))),
            Features(new PictureView(sizes), "Picture"));
    }

    [TestMethod]
    public void Transform_WithLogits_AddsAColumnOfThem()
    {
        var view = Pictures(5);
        using var model = Context.Gan.InceptionFeatures("Seen", "Bytes", Options with { WithLogits = true }).Fit(view);
        var output = model.Transform(view);

        CollectionAssert.AreEqual(
            new[] { "Seen", "SeenLogits" },
            output.Schema.Skip(view.Schema.Count).Select(column => column.Name).ToArray());
        TestData.AssertSame(Features(view, "Bytes"), TestData.Read(output, "Seen"));
        var logits = TestData.Read(output, "SeenLogits");
        var (features, expected) = (new float[64], new float[1008]);
        model.Network.Extract(1, MadeUp.Image(3, 8, 8), Small, features, expected);
        CollectionAssert.AreEqual(expected, logits[3]);
    }

    [TestMethod]
    public void Transform_SaysInItsColumnHowItWasMade()
    {
        var view = Pictures(1);
        using var model = Context.Gan.InceptionFeatures(
            "Seen", "Bytes", Options with { Preprocessing = new CleanResize() }).Fit(view);

        var annotations = model.GetOutputSchema(view.Schema)["Seen"].Annotations;

        string Value(string name)
        {
            ReadOnlyMemory<char> text = default;
            annotations.GetValue(name, ref text);
            return text.ToString();
        }

        Assert.AreEqual(
            ("inception-v3/64", model.Network.Weights, "clean"),
            (Value("Network"), Value("Weights"), Value("Preprocessing")));
    }

    [TestMethod]
    public void Fit_InAPipeline_PromisesItsColumn()
    {
        var view = Pictures(3);
        var pipeline = Context.Gan.InceptionFeatures("Seen", "Bytes", Options)
            .Append(Context.Transforms.CopyColumns("Last", "Seen"));

        TestData.AssertSame(Features(view, "Bytes"), TestData.Read(pipeline.Fit(view).Transform(view), "Last"));
    }

    [TestMethod]
    [DataRow("Name")]
    [DataRow("Flat")]
    [DataRow("Numbers")]
    public void Fit_OfAnUnfitColumn_IsRefusedInMLNetsWords(string column)
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Context.Gan.InceptionFeatures("Seen", column, Options).Fit(Pictures(1)));

        StringAssert.StartsWith(thrown.Message, $"Schema mismatch for input column '{column}': expected a vector of Single or Byte");
    }

    [TestMethod]
    public void Save_OfAPipeline_IsRefusedWithWhatToDo()
    {
        var view = Pictures(1);
        using var model = Context.Gan.InceptionFeatures("Seen", "Bytes", Options).Fit(view);

        StringAssert.Contains(
            Assert.ThrowsExactly<NotSupportedException>(
                () => Context.Model.Save(model, view.Schema, Path.Combine(Folder, "model.zip"))).Message,
            "append ml.Gan.InceptionFeatures after loading");
    }

    private static List<float[]> Features(IDataView view, string column, InceptionOptions? options = null)
    {
        using var model = Context.Gan.InceptionFeatures("Seen", column, options ?? Options).Fit(view);
        return TestData.Read(model.Transform(view), "Seen");
    }

    private static List<float[]> Expected(int count, Func<int, (SampleShape Shape, byte[] Pixels)> image)
    {
        using var network = InceptionNetwork.Open(Options);
        return
        [
            .. Enumerable.Range(0, count).Select(image).Select(row =>
            {
                var features = new float[64];
                network.Extract(1, row.Pixels, row.Shape, features);
                return features;
            }),
        ];
    }

    private static IDataView Pictures(int count) =>
        Context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(row =>
        {
            var pixels = MadeUp.Image(row, 8, 8);
            float[] floats = [.. pixels.Select(pixel => pixel / 127.5f - 1)];
            return new Image { Bytes = pixels, Floats = floats, Flat = floats, Name = "x", Numbers = new int[192] };
        }).ToArray());

    private sealed class Image
    {
        [VectorType(3, 8, 8)]
        public byte[] Bytes { get; set; } = [];

        [VectorType(3, 8, 8)]
        public float[] Floats { get; set; } = [];

        [VectorType(192)]
        public float[] Flat { get; set; } = [];

        [VectorType(3, 8, 8)]
        public int[] Numbers { get; set; } = [];

        public string Name { get; set; } = "";
    }
}
