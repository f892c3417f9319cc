using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Images;
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
    [DataRow(true, "expected Vector<Single, 3, 8, 6>, got Vector<Single, 8, 6, 3>.")]
    [DataRow(false, "expected a vector of Single or Byte with the dimensions [C, H, W], C being 1 or 3, or images, got Vector<Single, 8, 6, 3>.")]
    public void Fit_OfInterleavedPixels_NamesTheArgumentOfExtractPixels(bool hasShape, string types) => Assert.AreEqual(
        $"Schema mismatch for input column 'Pixels': {types} The colors of its pixels are interleaved, but a sample has a plane for each "
            + "color. Extract the pixels with interleavePixelColors: false. (Parameter 'inputSchema')",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Fit(hasShape, 8, 6, 3)).Message);

    [TestMethod]
    public void Fit_OfAnotherShapeThanThatOfTheOptions_NamesBoth()
    {
        Assert.AreEqual(
            "Schema mismatch for input column 'Pixels': expected Vector<Single, 3, 8, 6>, got Vector<Single, 3, 6, 8>. Height and width are "
                + "exchanged: ml.Transforms.ResizeImages takes the width before the height. (Parameter 'inputSchema')",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Fit(true, 3, 6, 8)).Message);
        Assert.AreEqual(
            "Schema mismatch for input column 'Pixels': expected Vector<Single, 3, 8, 6>, got Vector<Single, 1, 12, 12> (Parameter 'inputSchema')",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Fit(true, 1, 12, 12)).Message);
    }

    [TestMethod]
    public void Fit_OfTheShapeOfTheTypeOrOfTheOptions_TakesIt()
    {
        var expected = Expected(1, _ => (SampleShape.Image(3, 8, 6), MadeUp.Image(0, 8, 6)));

        TestData.AssertSame(expected, Fit(true, 3, 8, 6));
        TestData.AssertSame(expected, Fit(true, 144));
        TestData.AssertSame(expected, Fit(false, 3, 8, 6));
        TestData.AssertSame(Expected(1, _ => (SampleShape.Image(3, 6, 8), MadeUp.Image(0, 8, 6))), Fit(false, 3, 6, 8));
    }

    [TestMethod]
    public void Transform_OfImagesFrom0To1_IsRefusedUnlessThatIsDeclared()
    {
        var view = Context.Data.LoadFromEnumerable(Enumerable.Repeat(new Image { Floats = Ramp }, 2).ToArray());

        Assert.StartsWith("The values of column 'Floats' lie from 0 to 1, but images have values from −1 to 1. Extract the pixels with "
            + "ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or set InceptionOptions.Range to PixelRange.Unit.",
            Assert.ThrowsExactly<InvalidOperationException>(() => Features(view, "Floats")).Message);
        Assert.HasCount(2, Features(view, "Floats", Options with { Range = PixelRange.Unit }));
    }

    [TestMethod]
    public void Extract_OfFloatsFrom0To1_IsRefusedUnlessThatIsDeclared()
    {
        var (floats, features) = ((float[])[.. Ramp, .. Ramp], new float[2 * 64]);
        using var network = InceptionNetwork.Open(Options);
        using var declared = InceptionNetwork.Open(Options with { Range = PixelRange.Unit });

        Assert.AreEqual(
            "The pixels lie from 0 to 1, but they should lie from -1 to 1. Extract the pixels with ml.Transforms.ExtractPixels(…, offsetImage: "
                + "127.5f, scaleImage: 1 / 127.5f), or set Range to PixelRange.Unit. (Parameter 'images')",
            Assert.ThrowsExactly<ArgumentException>(() => network.Extract(2, floats, Small, features)).Message);
        declared.Extract(2, floats, Small, features);
        Assert.IsTrue(features.Any(feature => feature != 0));
    }

    [TestMethod]
    public void Transform_OfMlNetsImages_WarnsOfWhatTheirFilesDeclareOnce()
    {
        string[] kinds = ["png-rgb", "png-exif-6-II", "png-exif-6-MM"];
        using var folder = new TemporaryFolder();
        string[] paths = [.. kinds.Select(name => folder.Write(name, Kind.Of(name)))];
        var (context, warnings) = new Warned();
        var names = context.Data.LoadFromEnumerable(kinds.Select(name => new Image { Name = name }).ToArray());
        var view = context.Transforms.LoadImages("Picture", folder.Path, nameof(Image.Name)).Fit(names).Transform(names);
        using var model = context.Gan.InceptionFeatures("Seen", "Picture", Options).Fit(view);

        TestData.Read(model.Transform(view), "Seen");
        TestData.Read(model.Transform(view), "Seen");

        Assert.StartsWith($"2 of 3 images are to be rotated or mirrored by EXIF (the first: '{paths[1]}').",
            Assert.ContainsSingle(warnings));
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

    private static float[] Ramp => [.. Enumerable.Range(0, 192).Select(i => i / 191f)];

    /// <summary>The features of an image of 8 × 6 in a column of some dimensions.</summary>
    private static List<float[]> Fit(bool hasShape, params int[] dimensions)
    {
        var schema = SchemaDefinition.Create(typeof(Pixels));
        schema["Values"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        schema["Values"].ColumnName = "Pixels";
        var row = new Pixels { Values = [.. MadeUp.Image(0, 8, 6).Select(pixel => pixel / 127.5f - 1)] };
        return Features(Context.Data.LoadFromEnumerable([row], schema), "Pixels",
            Options with { Shape = hasShape ? SampleShape.Image(3, 8, 6) : null });
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

    private sealed class Pixels
    {
        public float[] Values { get; set; } = [];
    }

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
