using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Images;

/// <summary>What ml.Gan.LoadImages says of damaged and unusual files.</summary>
[TestClass]
public sealed class ImageFolderDamageTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void LoadImages_OfADamagedFile_NamesItWhenItIsDecoded()
    {
        var whole = new Picture(9, 9, 1, new byte[81]).ToPng();
        foreach (var (bytes, message) in new (byte[], string)[]
        {
            ([1, 2, 3], "is not an image that can be read"), (whole[..^20], "is cut short"), ([], "it is empty"),
        })
        {
            var path = Path.Combine(_folder.Path, "a.png");
            File.WriteAllBytes(path, bytes);
            var view = _folder.Load(new() { Height = 9, Width = 9 });

            Assert.AreEqual(path, view.GetColumn<string>("ImagePath").Single()); // Nothing is decoded for this.
            var thrown = Assert.ThrowsExactly<FormatException>(() => TestData.Read(view, "Features"));
            Assert.Contains(path, thrown.Message);
            Assert.Contains(message, thrown.Message);
            Assert.EndsWith("Or set SkipsBad of ImageFolderOptions to leave such files out.", thrown.Message);
        }
    }

    [TestMethod]
    public void LoadImages_ThatSkipsBadFiles_WarnsAndHasTheOthers()
    {
        _folder.Write("cat/a.png", 10);
        _folder.Write("cat/b.png", 20);
        File.WriteAllBytes(Path.Combine(_folder.Path, "cat/c.png"), new Picture(9, 9, 1, new byte[81]).ToPng()[..^20]);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "dog"));
        File.WriteAllText(Path.Combine(_folder.Path, "dog/d.tif"), "");
        Assert.ThrowsExactly<FormatException>(() => _folder.Load(new()));
        var (context, warnings) = new Warned();

        var view = context.Gan.LoadImages(_folder.Path, new() { SkipsBad = true });

        Assert.AreEqual(2, view.GetRowCount());
        CollectionAssert.AreEqual(new[] { Gray(10), Gray(20) }, TestData.Read(view, "Features").Select(sample => sample[0]).ToArray());
        CollectionAssert.AreEqual(new[] { "cat", "dog" }, LabelNames.Of(view.Schema["Label"]).ToArray());
        var warning = Assert.ContainsSingle(warnings);
        Assert.StartsWith($"2 of 4 files in '{_folder.Path}' cannot be read. ", warning);
        Assert.EndsWith("They are left out.", warning);
    }

    [TestMethod]
    public void LoadImages_ThatSkipsAllImagesOfAClass_KeepsTheNumbersOfTheOthers()
    {
        _folder.Write("bird/a.png", 10);
        _folder.Write("cat/b.png", 20);
        File.WriteAllBytes(Path.Combine(_folder.Path, "bird/a.png"), new Picture(1, 1, 1, new byte[1]).ToPng()[..^20]);

        var view = _folder.Load(new() { SkipsBad = true });

        CollectionAssert.AreEqual(new uint[] { 2 }, view.GetColumn<uint>("Label").ToArray());
        CollectionAssert.AreEqual(new[] { "bird", "cat" }, LabelNames.Of(view.Schema["Label"]).ToArray());
    }

    [TestMethod]
    public void LoadImages_OfTransparentImages_GivesTheirColorsAndWarnsOnce()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "a.png"), Kind.Of("png-rgba"));
        File.WriteAllText(Path.Combine(_folder.Path, "._a.png"), "");
        var (context, warnings) = new Warned();

        var view = context.Gan.LoadImages(_folder.Path);

        StringAssert.StartsWith(Assert.ContainsSingle(warnings), $"Hidden files and folders in '{_folder.Path}' are ignored (1): '._a.png'.");
        var red = Kind.All.Single(kind => kind.Name == "png-rgba").Pixels.Where((_, i) => i % 3 == 0);
        CollectionAssert.AreEqual(red.Select(Gray).ToArray(), TestData.Read(view, "Features").Single()[..30]);
        TestData.Read(view, "Features");
        Assert.HasCount(2, warnings);
        Assert.StartsWith($"1 of 1 images has transparent pixels (the first: '{Path.Combine(_folder.Path, "a.png")}').", warnings[1]);
    }

    [TestMethod]
    public void LoadImages_ThatIsReadInPart_WarnsOfEachTraitOnce()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "a.png"), Kind.Of("png-rgba"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "b.png"), Kind.Of("png-exif-6-II"));
        var (context, warnings) = new Warned();
        var view = context.Gan.LoadImages(_folder.Path);

        TestData.Read(context.Data.TakeRows(view, 1), "Features");
        Assert.StartsWith($"1 of 1 images has transparent pixels (the first: '{Path.Combine(_folder.Path, "a.png")}').", Assert.ContainsSingle(warnings));
        TestData.Read(view, "Features");
        TestData.Read(view, "Features");

        Assert.HasCount(2, warnings);
        Assert.StartsWith($"1 of 2 images is to be rotated or mirrored by EXIF (the first: '{Path.Combine(_folder.Path, "b.png")}').", warnings[1]);
    }

    [TestMethod]
    public void LoadImages_ThatIsLeftBeforeItsEnd_Warns()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "a.png"), Kind.Of("png-rgba"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "b.png"), Kind.Of("png-rgb"));
        var (context, warnings) = new Warned();

        using (var cursor = context.Gan.LoadImages(_folder.Path).CursorOf("Features"))
        {
            var read = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Features"]);
            VBuffer<float> sample = default;
            cursor.MoveNext();
            read(ref sample);
            Assert.IsEmpty(warnings);
        }

        Assert.StartsWith("1 of 1 images has transparent pixels", Assert.ContainsSingle(warnings));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void LoadImages_OfSeveralDamagedFiles_NamesAllAtOnce(bool hasSize)
    {
        var whole = new Picture(9, 9, 1, new byte[81]).ToPng();
        string[] cut = [.. new[] { "a.png", "c.png", "d.png", "e.png", "f.png" }.Select(name => Path.Combine(_folder.Path, name))];
        File.WriteAllBytes(Path.Combine(_folder.Path, "b.png"), whole);
        File.WriteAllBytes(Path.Combine(_folder.Path, "g.png"), whole);
        foreach (var (path, length) in cut.Zip([40, 50, 60, 30, 30]))
            File.WriteAllBytes(path, whole[..length]);

        var message = Assert.ThrowsExactly<FormatException>(() => TestData.Read(
            _folder.Load(hasSize ? new() { Height = 9, Width = 9 } : new()), "Features")).Message;

        Assert.StartsWith($"5 of 7 files in '{_folder.Path}' cannot be read. The image '{cut[0]}' is cut short: ", message);
        Assert.Contains($" The image '{cut[1]}' is cut short: ", message);
        Assert.Contains($" The image '{cut[2]}' is cut short: ", message);
        Assert.EndsWith($" The others are '{cut[3]}', '{cut[4]}'. Or set SkipsBad of ImageFolderOptions to leave such files out.", message);
    }

    private static float Gray(byte pixel) => pixel / 127.5f - 1;
}
