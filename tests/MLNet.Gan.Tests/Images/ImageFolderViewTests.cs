using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Images;

/// <summary>Folders of images as ml.Gan.LoadImages gives them.</summary>
[TestClass]
public sealed class ImageFolderViewTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void LoadImages_OfFolders_TakesThemForClasses()
    {
        _folder.Write("dog/b.png", 20);
        _folder.Write("cat/a.png", 10);
        _folder.Write("dog/deep/c.png", 30);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        var view = Context.Gan.LoadImages(_folder.Path);

        Assert.AreEqual(3, view.GetRowCount());
        CollectionAssert.AreEqual(new uint[] { 1, 2, 2 }, view.GetColumn<uint>("Label").ToArray());
        Assert.AreEqual(new KeyDataViewType(typeof(uint), 2), view.Schema["Label"].Type);
        CollectionAssert.AreEqual(new[] { "cat", "dog" }, LabelNames.Of(view.Schema["Label"]).ToArray());
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 3, 1, 1), view.Schema["Features"].Type);
        CollectionAssert.AreEqual(
            new[] { Gray(10), Gray(20), Gray(30) }, TestData.Read(view, "Features").Select(sample => sample[0]).ToArray());
        Assert.AreEqual(Path.Combine(_folder.Path, "cat/a.png"), view.GetColumn<string>("ImagePath").First());
    }

    [TestMethod]
    public void LoadImages_ThatIsNotRecursive_StaysInTheFoldersOfClasses()
    {
        _folder.Write("cat/a.png", 10);
        _folder.Write("cat/deep/b.png", 20);

        Assert.AreEqual(1, _folder.Load(new() { IsRecursive = false }).GetRowCount());
        Assert.AreEqual(2, _folder.Load(new()).GetRowCount());
    }

    [TestMethod]
    public void LoadImages_WithoutFolders_HasNoLabels()
    {
        _folder.Write("a.png", 10);

        Assert.IsNull(Context.Gan.LoadImages(_folder.Path).Schema.GetColumnOrNull("Label"));
    }

    [TestMethod]
    public void LoadImages_WithoutALabelColumn_TakesAllFolders()
    {
        _folder.Write("a.png", 10);
        _folder.Write("cat/b.png", 20);

        var view = _folder.Load(new() { LabelColumnName = null, FeatureColumnName = "Pixels", PathColumnName = "File", IsGray = true });

        Assert.AreEqual("File Pixels", string.Join(' ', view.Schema.Select(column => column.Name)));
        CollectionAssert.AreEqual(new[] { Gray(10), Gray(20) }, view.GetColumn<float[]>("Pixels").Select(sample => sample[0]).ToArray());
        Assert.AreEqual(1, _folder.Load(new() { LabelColumnName = null, IsRecursive = false }).GetRowCount());
    }

    [TestMethod]
    public void LoadImages_OfAStrayImageBesideFolders_NamesIt()
    {
        _folder.Write("cat/b.png", 20);
        var stray = _folder.Write("a.png", 10);

        Assert.StartsWith($"The image '{stray}' lies in no folder of a class, but others lie in 'cat'.",
            Assert.ThrowsExactly<FormatException>(() => _folder.Load(new())).Message);
    }

    [TestMethod]
    public void LoadImages_OfGrayAndColor_TakesOneChannelOrThree()
    {
        // Red, green and blue of full strength: their luma is 76, 150 and 29 (0.299 · 255 = 76.2 and so on).
        _folder.Write("a.png", new Picture(3, 1, 3, [255, 0, 0, 0, 255, 0, 0, 0, 255]));

        CollectionAssert.AreEqual(
            new float[] { 1, -1, -1, -1, 1, -1, -1, -1, 1 }, TestData.Read(_folder.Load(new()), "Features")[0]);
        CollectionAssert.AreEqual(
            new[] { Gray(76), Gray(150), Gray(29) }, TestData.Read(_folder.Load(new() { IsGray = true }), "Features")[0]);
    }

    [TestMethod]
    public void LoadImages_WithASize_ResizesAsItIsTold()
    {
        _folder.Write("a.png", new Picture(4, 2, 1, [0, 40, 80, 120, 0, 40, 80, 120]));
        float[] Read(IImageResizing resizing) => TestData.Read(
            _folder.Load(new() { Height = 2, Width = 2, IsGray = true, Resizing = resizing }), "Features")[0];

        // The middle; all, where (¾ · 0 + ¾ · 40 + ¼ · 80) / 1¾ is 28.6 and its mirror image 91.4; all in one row below black.
        CollectionAssert.AreEqual(new[] { Gray(40), Gray(80), Gray(40), Gray(80) }, Read(new CropResizing()));
        CollectionAssert.AreEqual(new[] { Gray(29), Gray(91), Gray(29), Gray(91) }, Read(new StretchResizing()));
        CollectionAssert.AreEqual(new[] { Gray(29), Gray(91), Gray(0), Gray(0) }, Read(new PadResizing()));
    }

    [TestMethod]
    public void LoadImages_OfOtherSizesWithoutOne_NamesTheFile()
    {
        _folder.Write("a.png", 10);
        var other = _folder.Write("b.png", new Picture(2, 3, 1, new byte[6]));

        Assert.StartsWith($"'{other}' is an image of 3 × 2 pixels, but the first one has 1 × 1. Set Height and Width",
            Assert.ThrowsExactly<FormatException>(() => TestData.Read(_folder.Load(new()), "Features")).Message);
    }

    [TestMethod]
    public void LoadImages_WithSuffixes_ReadsThose()
    {
        _folder.Write("a_fake.png", 10);
        _folder.Write("a_real.png", 20);

        CollectionAssert.AreEqual(new[] { Gray(10) },
            TestData.Read(_folder.Load(new() { Suffixes = ["_FAKE.png"] }), "Features").Select(sample => sample[0]).ToArray());
        Assert.AreEqual("Suffixes", Assert.ThrowsExactly<ArgumentException>(
            () => new ImageFolderOptions { Suffixes = [null!] }).ParamName);
    }

    [TestMethod]
    public void LoadImages_OfNothing_SaysSo()
    {
        Assert.Contains("holds no image", Assert.ThrowsExactly<FormatException>(() => _folder.Load(new())).Message);
        var nowhere = Path.Combine(_folder.Path, "nowhere");
        Assert.AreEqual($"There is no folder '{nowhere}'. Check the path.",
            Assert.ThrowsExactly<DirectoryNotFoundException>(() => Context.Gan.LoadImages(nowhere)).Message);
        Assert.AreEqual("folder", Assert.ThrowsExactly<ArgumentNullException>(() => Context.Gan.LoadImages(null!)).ParamName);
    }

    [TestMethod]
    public void LoadImages_WithHalfASize_AsksForBoth()
    {
        _folder.Write("a.png", 10);

        Assert.StartsWith("Height is 4, but Width is null. Set both, or neither to take the size of the first image.",
            Assert.ThrowsExactly<ArgumentException>(() => _folder.Load(new() { Height = 4 })).Message);
    }

    [TestMethod]
    public void LoadImages_WithTwoColumnsOfOneName_NamesTheOptions()
    {
        _folder.Write("cat/a.png", 10);

        Assert.StartsWith("LabelColumnName and FeatureColumnName are both 'X'. Give each column a name of its own.",
            Assert.ThrowsExactly<ArgumentException>(() => _folder.Load(new() { LabelColumnName = "X", FeatureColumnName = "X" })).Message);
        Assert.StartsWith("PathColumnName and FeatureColumnName are both 'ImagePath'.",
            Assert.ThrowsExactly<ArgumentException>(() => _folder.Load(new() { FeatureColumnName = "ImagePath" })).Message);
    }

    [TestMethod]
    public void LoadImages_WithAPlanBeyondTheImage_ShowsIt()
    {
        _folder.Write("a.png", 10);

        Assert.StartsWith("Beyond { } plans ResizePlan",
            Assert.ThrowsExactly<InvalidOperationException>(
                () => TestData.Read(_folder.Load(new() { Height = 2, Width = 2, Resizing = new Beyond() }), "Features")).Message);
    }

    [TestMethod]
    public void LoadImages_Shuffled_KeepsIdsAndLabelsWithTheirImages()
    {
        for (var i = 0; i < 20; i++)
            _folder.Write($"{i % 2}/{i:00}.png", (byte)i);
        var view = Context.Gan.LoadImages(_folder.Path);
        (ulong, uint, float)[] Rows(Random? random)
        {
            List<(ulong, uint, float)> rows = [];
            using var cursor = view.GetRowCursor(view.Schema, random);
            var (getId, getLabel) = (cursor.GetIdGetter(), cursor.GetGetter<uint>(view.Schema["Label"]));
            var getSample = cursor.GetGetter<VBuffer<float>>(view.Schema["Features"]);
            var (id, label, sample) = (default(DataViewRowId), 0u, default(VBuffer<float>));
            while (cursor.MoveNext())
            {
                getId(ref id);
                getLabel(ref label);
                getSample(ref sample);
                rows.Add((id.Low, label, sample.GetItemOrDefault(0)));
            }

            Assert.AreEqual(-1, cursor.Position);
            return [.. rows];
        }

        var (ordered, shuffled) = (Rows(null), Rows(new Random(1)));

        CollectionAssert.AreNotEqual(ordered, shuffled);
        CollectionAssert.AreEqual(ordered, shuffled.OrderBy(row => row.Item1).ToArray());
    }

    [TestMethod]
    public void Fit_OnAFolder_TrainsWithItsClasses()
    {
        for (var i = 0; i < 8; i++)
            _folder.Write($"{(i % 2 == 0 ? "cat" : "dog")}/{i}.png", new Picture(4, 4, 1, [.. Enumerable.Repeat((byte)(100 * i % 256), 16)]));
        var images = Context.Gan.LoadImages(_folder.Path, new() { IsGray = true });

        using var model = Context.Gan.Trainers.Gan("Features", "Label", new Mlp { Width = 8 }, batchSize: 4, steps: 2).Fit(images);

        Assert.AreEqual((SampleShape.Image(1, 4, 4), 2), (model.Shape, model.Classes));
        CollectionAssert.AreEqual(new[] { "cat", "dog" }, LabelNames.Of(model.Generate(2).Schema["Label"]).ToArray());
    }

    private static float Gray(byte pixel) => pixel / 127.5f - 1;

    private sealed record Beyond : IImageResizing
    {
        public ResizePlan Plan(int height, int width, int newHeight, int newWidth) =>
            new(new(0, 0, height + 1, width), new(0, 0, newHeight, newWidth));
    }
}
