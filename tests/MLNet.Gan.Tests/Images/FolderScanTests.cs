using System.Diagnostics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Images;

/// <summary>Which files of a folder are read, and what is said of the others.</summary>
[TestClass]
public sealed class FolderScanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void List_OfImages_IsSortedByTheirCharacters()
    {
        Touch("c.PNG", "a.webp", "b/x.jpg", "B.bmp", "d.jfif", "e.gif", "f.ppm", "g.pgm", "h.pnm", "i.jpeg");

        AssertImages(List(), "B.bmp", "a.webp", "b/x.jpg", "c.PNG", "d.jfif", "e.gif", "f.ppm", "g.pgm", "h.pnm", "i.jpeg");
        Assert.IsEmpty(List().Notes);
        Assert.IsEmpty(List().Problems);
    }

    [TestMethod]
    public void List_OfEachExtension_CanReadAFileOfIt()
    {
        var files = new Dictionary<string, string>
        {
            [".png"] = "png-rgb", [".apng"] = "png-rgb", [".jpg"] = "jpeg", [".jpeg"] = "jpeg", [".jpe"] = "jpeg", [".jfif"] = "jpeg",
            [".webp"] = "webp", [".bmp"] = "bmp-24", [".dib"] = "bmp-24", [".gif"] = "gif", [".pgm"] = "pgm", [".ppm"] = "ppm", [".pnm"] = "ppm",
        };
        CollectionAssert.AreEquivalent(files.Keys, ImageFile.Extensions.ToArray());
        foreach (var (extension, kind) in files)
            File.WriteAllBytes(Path.Combine(_folder, $"a{extension}"), Kind.Of(kind));

        Assert.HasCount(files.Count, List().Checked(path => ImageFile.Read(path)).Images);
    }

    [TestMethod]
    public void List_OfHiddenFiles_IgnoresAndCountsThem()
    {
        Touch("a.png", "._a.png", ".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX/a.png", ".cache/b.png", "sub/._c.png");

        AssertImages(List(), "a.png");
        Assert.IsEmpty(List().Problems);
        Assert.AreEqual($"Hidden files and folders in '{_folder}' are ignored (7): '.DS_Store', '._a.png', '.cache' and 4 more.",
            List().Notes.Single());
    }

    [TestMethod]
    public void List_OfNamesThatAreNotUtf8_AreProblems()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Only Linux has such names.");
        Touch("a.png");
        Shell("touch $'caf\\xe9.png' $'caf\\xe9.txt'; mkdir $'f\\xfcr'; touch $'f\\xfcr/b.png'");
        try
        {
            var listing = List();

            AssertImages(listing, "a.png");
            CollectionAssert.AreEqual(
                new[]
                {
                    $"The file '{_folder}/caf\uFFFD.png' cannot be opened, since its name is not UTF-8. Rename it.",
                    $"The folder '{_folder}/f\uFFFDr' cannot be opened, since its name is not UTF-8. Rename it.",
                },
                listing.Problems.Select(problem => problem.Reason.Message).ToArray());
            Assert.AreEqual($"Files in '{_folder}' without the extension of an image are not read (1): 'caf\uFFFD.txt'.", listing.Notes.Single());
            Assert.HasCount(1, new FolderScan(new() { Depth = 0 }).List(_folder).Problems);
        }
        finally
        {
            Shell("rm -r -- *"); // .NET cannot name them.
        }
    }

    [TestMethod]
    public void List_OfOtherFiles_NamesThem()
    {
        Touch("a.png", "labels.csv", "README", "sub/notes.txt", "x.npz");

        AssertImages(List(), "a.png");
        Assert.AreEqual($"Files in '{_folder}' without the extension of an image are not read (4): 'README', 'labels.csv', "
            + "'sub/notes.txt' and 1 more.", List().Notes.Single());
    }

    [TestMethod]
    [DataRow("a.tif")]
    [DataRow("a.TIFF")]
    [DataRow("a.heic")]
    [DataRow("a.avif")]
    [DataRow("a.jp2")]
    [DataRow("a.pbm")]
    public void List_OfAnImageThatIsNotRead_IsAProblem(string name)
    {
        Touch("b.png", name);

        AssertImages(List(), "b.png");
        var path = Path.Combine(_folder, name);
        var message = Assert.ThrowsExactly<FormatException>(() => List().Require("Or do this.")).Message;
        Assert.AreEqual($"'{path}' is an image of a format that is not read. Convert it to PNG. Or do this.", message);
    }

    [TestMethod]
    public void Require_OfManyProblems_CountsThem()
    {
        Touch("a.png", "b.tif", "c.tif", "d.tif", "e.tif", "f.tif");

        var message = Assert.ThrowsExactly<FormatException>(() => List().Require("Or do this.")).Message;

        Assert.StartsWith($"5 of 6 files in '{_folder}' cannot be read. '{Path.Combine(_folder, "b.tif")}' is an image", message);
        Assert.EndsWith($"Convert it to PNG. The others are '{Path.Combine(_folder, "e.tif")}', '{Path.Combine(_folder, "f.tif")}'. Or do this.",
            message);
    }

    [TestMethod]
    public void List_OfLinksInACircle_HasEachFileOnce()
    {
        Touch("a/x.png", "b/y.png", "z.png");
        Link("a/parent", "..");           // A circle.
        Link("b/sibling", "../a");        // A second way.
        Link("0.png", "z.png");           // A second name, which sorts first.
        Link("1", ".");
        Link("a/chain.png", "../0.png");  // A link to a link.

        AssertImages(List(), "a/x.png", "b/y.png", "z.png");
        Assert.IsEmpty(List().Problems);
        Assert.StartsWith($"Links in '{_folder}' that lead to what is read already are left out (5): ", List().Notes.Single());
        Assert.EndsWith("and 2 more.", List().Notes.Single());
    }

    [TestMethod]
    public void List_OfLinksToElsewhere_FollowsThem()
    {
        Touch("elsewhere/blob", "elsewhere/more/y.png", "images/a.png");
        Link("images/b.png", "../elsewhere/blob"); // As data sets with a store by content have it.
        Link("images/more", Path.Combine(_folder, "elsewhere/more"));
        Link("door", "images");

        var listing = ImageFolder.List(Path.Combine(_folder, "door"), new());

        CollectionAssert.AreEqual(new[] { "door/a.png", "door/b.png", "door/more/y.png" }, Names(listing));
        Assert.IsEmpty(listing.Notes);
    }

    [TestMethod]
    public void List_OfLinksThatLeadNowhere_IsAProblem()
    {
        Touch("a.png");
        Link("b.png", "nowhere.png");
        Link("c.png", "c.png");
        Link("folder", "/nowhere/at/all");
        Link("notes.txt", "nowhere.txt");

        var listing = List();

        AssertImages(listing, "a.png");
        Assert.HasCount(3, listing.Problems);
        Assert.AreEqual($"The link '{Path.Combine(_folder, "b.png")}' leads to 'nowhere.png', which cannot be found. Restore it, or "
            + "remove the link.", listing.Problems[0].Reason.Message);
        Assert.Contains("'notes.txt'", listing.Notes.Single());
    }

    [TestMethod]
    public void List_OfHardLinks_HasBoth()
    {
        Touch("a.png");
        Child.Run("ln", _folder, "a.png", "b.png").Printed();

        AssertImages(List(), "a.png", "b.png");
    }

    [TestMethod]
    public void List_ToADepth_StaysThere()
    {
        Touch("a.png", "b/c.png", "b/d/e.png");

        AssertImages(ImageFolder.List(_folder, new() { Depth = 0 }), "a.png");
        AssertImages(ImageFolder.List(_folder, new() { Depth = 1 }), "a.png", "b/c.png");
    }

    [TestMethod]
    public void List_OfSuffixes_ReadsThoseNamesOnly()
    {
        Touch("1_fake.png", "1_real.png", "2_FAKE.PNG", "x.tif", "raw.img");
        Link("3_fake.tif", "nowhere.tif");

        var fakes = ImageFolder.List(_folder, new() { Suffixes = ["_fake.png"] });

        AssertImages(fakes, "1_fake.png", "2_FAKE.PNG");
        Assert.IsEmpty(fakes.Problems);
        Assert.AreEqual($"4 files in '{_folder}' do not end with _fake.png and are not read.", fakes.Notes.Single());
        AssertImages(ImageFolder.List(_folder, new() { Suffixes = [".img", ".tif"] }), "raw.img", "x.tif");
        Assert.HasCount(1, ImageFolder.List(_folder, new() { Suffixes = [".img", ".tif"] }).Problems);
    }

    [TestMethod]
    public void List_WithTheEmptySuffix_ReadsNamesWithoutAnExtension()
    {
        Touch("0001", "sub/0002", "a.png", "labels.csv");

        var listing = ImageFolder.List(_folder, new() { Suffixes = [""] });

        AssertImages(listing, "0001", "sub/0002");
        Assert.AreEqual($"2 files in '{_folder}' do not end with '' (no extension) and are not read.", listing.Notes.Single());
        AssertImages(ImageFolder.List(_folder, new() { Suffixes = ["", ".png"] }), "0001", "a.png", "sub/0002");
    }

    [TestMethod]
    public void RequireImages_OfAFolderWithoutOne_SaysWhatItHas()
    {
        Touch("labels.csv");

        var message = Assert.ThrowsExactly<FormatException>(() => List().RequireImages()).Message;

        Assert.StartsWith($"'{_folder}' holds no image. Files whose names end with .png, .apng, .jpg, ", message);
        Assert.EndsWith("are not read (1): 'labels.csv'.", message);
    }

    private FolderListing List() => ImageFolder.List(_folder, new());

    private void AssertImages(FolderListing listing, params string[] names) => CollectionAssert.AreEqual(names, Names(listing));

    private string[] Names(FolderListing listing) => [.. listing.Images.Select(path => Path.GetRelativePath(_folder, path))];

    private void Shell(string commands)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", commands]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode);
    }

    private void Touch(params string[] names)
    {
        foreach (var path in names.Select(name => Path.Combine(_folder, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder, name), target);
}
