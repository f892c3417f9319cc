using System.Formats.Tar;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tool;

/// <summary>Statistics as other tools write them, and what is said of files that are none.</summary>
[TestClass]
public sealed class StatisticsFileTests : IDisposable
{
    private static readonly double[] Mean = [0.25, -0.5, 0.125];
    private static readonly double[] Covariance = [0.5, 0.125, 0, 0.125, 0.25, 0, 0, 0, 1];

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    private static FeatureStatistics Moments => FeatureStatistics.FromMoments(3000, Mean, Covariance);

    [TestMethod]
    public void Score_OfMomentsAndImagesInOneFile_TakesEachForWhatItIs()
    {
        // As ADM's reference batches: the moments are of more images than the file has.
        var reference = Reference("mu", "sigma", "arr_0");
        var (generated, network) = (_bench.Images("generated", 9, seed: 2), _bench.Network());

        AssertRuns("score", reference, generated, "-n", network, "-m", "fid,kid,diversity", "--json");

        var scores = Scores();
        Assert.AreEqual(FrechetDistance.Between(Moments, Means(generated)), scores[0].Value, 1e-6);
        Assert.AreEqual((0L, 9L), (scores[0].Protocol.RealCount, scores[0].Protocol.GeneratedCount));
        Assert.AreEqual("ddof 1, real moments of unknown many images beside the 4 in the file", scores[0].Protocol.Settings);
        Assert.IsTrue(scores[1..].All(score => (score.Protocol.RealCount, score.Protocol.GeneratedCount) == (4L, 9L)));
        Assert.AreEqual("100 subsets of 4", scores[1].Protocol.Settings);
    }

    [TestMethod]
    public void Score_OfMomentsWithAGivenCount_SaysHowManyTheyAre()
    {
        var reference = Reference("mu", "sigma", "arr_0");
        var (generated, network) = (_bench.Images("generated", 9, seed: 2), _bench.Network());

        AssertRuns("score", reference, generated, "-n", network, "-m", "fid,kid", "--moments-count", "3000", "--json");

        var scores = Scores();
        Assert.AreEqual(FrechetDistance.Between(Moments, Means(generated)), scores[0].Value, 1e-6);
        Assert.AreEqual((3000L, 9L), (scores[0].Protocol.RealCount, scores[0].Protocol.GeneratedCount));
        Assert.AreEqual("ddof 1, real moments of 3000 images beside the 4 in the file", scores[0].Protocol.Settings);
        Assert.IsFalse(scores[0].Warnings.Any(warning => warning.Code == ScoreWarning.UnknownCount));
        Assert.AreEqual((4L, 9L), (scores[1].Protocol.RealCount, scores[1].Protocol.GeneratedCount));
    }

    [TestMethod]
    public void Score_WithACountThatFitsNoSideOrBoth_IsRefused()
    {
        var reference = Reference("mu", "sigma", "arr_0");
        var (generated, network) = (_bench.Images("generated", 9, seed: 2), _bench.Network());

        AssertBadInput("--moments-count is for statistics whose file does not contain the number of their images, but neither side is such a "
            + "file. Leave it out.", "score", generated, generated, "-n", network, "--moments-count", "3000");
        AssertBadInput("Neither side's statistics contain the number of their images, and one number cannot be given for both.",
            "score", reference, reference, "--moments-count", "3000");
    }

    [TestMethod]
    public void Stats_OfMomentsAndImagesInOneFile_AreTheMoments()
    {
        AssertRuns("stats", Reference("mu", "sigma", "arr_0"), "--count", "3000", "-o", _bench["out.npz"]);

        var stored = StoredStatistics.Load(_bench["out.npz"]);
        CollectionAssert.AreEqual(Mean, stored.Statistics.Mean());
        Assert.AreEqual(3000, stored.Statistics.Count);
    }

    [TestMethod]
    public void Score_OfArraysOfOtherNames_TakesTheNamedOnes()
    {
        var reference = Reference("mean_of_all", "cov", "pixels");
        var (generated, network) = (_bench.Images("generated", 9, seed: 2), _bench.Network());

        AssertRuns("score", reference, generated, "-n", network, "--mu", "mean_of_all", "--sigma", "cov", "--json");
        Assert.AreEqual(FrechetDistance.Between(Moments, Means(generated)), Scores().Single().Value, 1e-6);
        AssertRuns("score", reference, generated, "-n", network, "--images", "pixels", "-m", "kid", "--json");
        Assert.AreEqual(4, Scores().Single().Protocol.RealCount);
        AssertBadInput("has 'mean_of_all' [3] of <f8, 'cov' [3, 3] of <f8, 'pixels' [4, 4, 4, 3] of |u1, but no images arr_0 and no "
            + "mean mu with a covariance sigma. Name the arrays: --images NAME, or --mu NAME --sigma NAME.",
            "score", reference, generated, "-n", network);
        AssertBadInput("has no array 'nothing'. It has 'mean_of_all' [3] of <f8", "score", reference, generated, "-n", network,
            "--images", "nothing");
    }

    [TestMethod]
    public void Score_OfTwoFilesOfDifferentNames_TakesEachByItsOwn()
    {
        var foreign = NpzArray.Write(_bench, "foreign.npz", NpzArray.Of("m", [3], Mean), NpzArray.Of("s", [3, 3], Covariance));
        var (folder, network) = (_bench.Images("real", 9, seed: 2), _bench.Network());
        AssertRuns("stats", folder, "-n", network, "-o", _bench["own.npz"]);
        var expected = FrechetDistance.Between(Moments, Means(folder));

        AssertRuns("score", foreign, _bench["own.npz"], "--mu", "m", "--sigma", "s", "--json");
        Assert.AreEqual(expected, Scores().Single().Value, 1e-6);
        AssertRuns("score", _bench["own.npz"], foreign, "--mu", "m", "--sigma", "s", "--json");
        Assert.AreEqual(expected, Scores().Single().Value, 1e-6);
        AssertBadInput("'own.npz' has no array 'n'. It has 'mu' [3]".Replace("own.npz", _bench["own.npz"], StringComparison.Ordinal),
            "score", _bench["own.npz"], foreign, "--mu", "n", "--sigma", "s");
    }

    [TestMethod]
    public void Score_OfImagesOfDifferentNames_TakesEachByItsOwn()
    {
        byte[] Pixels(int seed) => [.. Enumerable.Range(0, 192).Select(i => (byte)(i * seed))];
        var network = _bench.Network();
        var usual = NpzArray.Write(_bench, "usual.npz", new NpzArray([4, 4, 4, 3], Pixels(37)));
        AssertRuns("score", usual, NpzArray.Write(_bench, "a.npz", new NpzArray([4, 4, 4, 3], Pixels(11))), "-n", network, "--json");
        var expected = Scores().Single().Value;

        AssertRuns("score", usual, NpzArray.Write(_bench, "b.npz", new NpzArray([4, 4, 4, 3], Pixels(11), "pixels")), "-n", network,
            "--images", "pixels", "--json");

        Assert.IsGreaterThan(0.001, expected);
        Assert.AreEqual(expected, Scores().Single().Value);
    }

    [TestMethod]
    public void Score_OfFeaturesThatCleanFidKeeps_SaysThatTheyAreNotRead() => AssertBadInput(
        "has 'feats' [2, 3] of <f8, but no images arr_0 and no mean mu with a covariance sigma. Name the arrays: --images NAME, or --mu NAME "
            + "--sigma NAME. The features that clean-fid keeps for KID in 'feats' are not read: name the images.",
        "score", NpzArray.Write(_bench, "kid.npz", NpzArray.Of("feats", [2, 3], [1, 2, 3, 4, 5, 6])), _bench.Images("generated", 3, seed: 2),
        "-n", _bench.Network());

    [TestMethod]
    public void Score_OfTheAuthorsNetworkAndAnUnknownOne_IsNotNamedFid()
    {
        var inception = new StoredStatistics(Moments, new("inception-2015-12-05", "6726825d", "clean", 3000, 0));
        inception.Save(_bench["known.npz"]);
        var unknown = NpzArray.Write(_bench, "unknown.npz", NpzArray.Of("mu", [3], Mean), NpzArray.Of("sigma", [3, 3], Covariance));

        AssertRuns("score", _bench["known.npz"], _bench["known.npz"], "--json");
        Assert.AreEqual(("FID", "inception-2015-12-05"), (Scores().Single().Name, Scores().Single().Protocol.Network));
        foreach (string[] sides in (string[][])[[_bench["known.npz"], unknown], [unknown, _bench["known.npz"]]])
        {
            AssertRuns(["score", .. sides, "--json"]);
            Assert.AreEqual(("Fréchet distance", "inception-2015-12-05 and unknown", "clean"),
                (Scores().Single().Name, Scores().Single().Protocol.Network, Scores().Single().Protocol.Preprocessing));
            Assert.IsTrue(Scores().Single().Warnings.Any(warning => warning.Code == ScoreWarning.UnknownOrigin));
        }
    }

    [TestMethod]
    public void Score_OfMomentsAlone_SaysWhatElseAMetricNeeds()
    {
        var reference = NpzArray.Write(_bench, "moments.npz",
            NpzArray.Of("mu", [3], Mean), NpzArray.Of("sigma", [3, 3], Covariance));

        AssertBadInput("holds mean and covariance, but a metric needs Features of each image. Name the images themselves.",
            "score", reference, reference, "-m", "kid");
    }

    [TestMethod]
    public void Score_OfMomentsOfAnotherNetwork_SaysBothSizes() => AssertBadInput("has 2 features and",
        "score", NpzArray.Write(_bench, "two.npz", NpzArray.Of("mu", [2], [0, 0]), NpzArray.Of("sigma", [2, 2], [1, 0, 0, 1])),
        _bench.Images("generated", 3, seed: 2), "-n", _bench.Network());

    [TestMethod]
    [DataRow("a.npy", "is a single array of NumPy (.npy), which is neither images nor statistics that can be read: a folder of images, an "
        + "IDX file, a .npz file or an ONNX generator (.onnx). Save arrays as .npz: np.savez(\"statistics.npz\", mu=mu, sigma=sigma)")]
    [DataRow("a.png", "is a PNG image, which is neither images nor statistics that can be read")]
    [DataRow("a.png", "Name the folder of the images.")]
    [DataRow("a.jpg", "is a JPEG image")]
    [DataRow("a.html", "is a web page")]
    [DataRow("pointer.npz", "is a pointer of Git LFS instead of the file itself, not a .npz file. Get the file with 'git lfs pull'.")]
    [DataRow("page.npz", "is a web page, not a .npz file. Download the file itself")]
    [DataRow("empty.npz", "is empty, not a .npz file. Get it again")]
    [DataRow("array.npz", "is a single array of NumPy (.npy), not a .npz file. Save arrays as .npz")]
    [DataRow("empty.bin", "is empty, which is neither")]
    [DataRow("stats.pt", "is a file of PyTorch (.pt or .pth), which is neither images nor statistics that can be read")]
    [DataRow("stats.pt", "Save statistics as .npz, from Python with np.savez")]
    [DataRow("images.zip", "is a zip archive, which is neither images nor statistics that can be read")]
    [DataRow("images.zip", "Unpack it, and name the folder")]
    [DataRow("zip.npz", "is a zip archive without arrays of NumPy, not a .npz file. Unpack it")]
    [DataRow("legacy.pt", "is a pickle of Python (.pkl, or .pt of an older PyTorch), which is neither images nor statistics that can be read")]
    [DataRow("legacy.pt", "np.savez(\"statistics.npz\", mu=…, sigma=…); those that torch-fidelity keeps are s = torch.load(FILE, "
        + "weights_only=False) with s[\"mu\"] and s[\"sigma\"].")]
    [DataRow("table.csv", "is text, which begins with 'Id,Age', which is neither")]
    [DataRow("table.csv", "Compare tables with 'gan-fid table'.")]
    [DataRow("images.tar", "is a tar archive, which is neither")]
    [DataRow("images.tar", "Unpack it, and name the folder")]
    [DataRow("images.tar.gz", "is a tar archive, compressed by gzip, which is neither")]
    [DataRow("images.tar.gz", "Unpack it first.")]
    [DataRow("table.csv.gz", "is text, which begins with 'Id,Age', compressed by gzip")]
    [DataRow("table.csv.gz", "Unpack it first. Compare tables with 'gan-fid table'.")]
    [DataRow("a.ppm", "is a PPM image, which is neither")]
    [DataRow("a.pgm", "is a PGM image, which is neither")]
    [DataRow("a.pgm", "Name the folder of the images.")]
    [DataRow("a.heic", "is a HEIC image, which is neither")]
    [DataRow("a.avif", "Convert the images to PNG, and name their folder.")]
    [DataRow("a.safetensors", "is a file of safetensors, which is neither")]
    [DataRow("model.bin", "is an ONNX model under another name, which is neither")]
    [DataRow("model.bin", "Give it the extension .onnx.")]
    [DataRow("unknown", "is of no kind that is known, beginning with FE DC BA 98 00 01, which is neither images nor statistics that can be read: a "
        + "folder of images, an IDX file, a .npz file or an ONNX generator (.onnx). Save images as PNG")]
    public void Score_OfAnotherFile_SaysWhatItIsAndWhatToDo(string name, string message)
    {
        byte[] bytes = name switch
        {
            "a.npy" or "array.npz" => [0x93, .. "NUMPY"u8, 1, 0, .. new byte[50]],
            "a.png" => [0x89, .. "PNG"u8, 13, 10, 26, 10, .. new byte[50]],
            "a.jpg" => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50]],
            "a.html" or "page.npz" => [.. "\n <!DOCTYPE html><html>"u8],
            "pointer.npz" => [.. "version https://git-lfs.github.com/spec/v1\noid sha256:1"u8],
            "legacy.pt" => [0x80, 2, 0x8A, 10, 0x6C, .. new byte[20]],
            "table.csv" => [.. "Id,Age"u8],
            "images.tar" => Tar,
            "images.tar.gz" => Files.Gzip(Tar),
            "table.csv.gz" => Files.Gzip([.. "Id,Age"u8]),
            "a.ppm" => [.. "P6\n1 1\n255\n"u8, 1, 2, 3],
            "a.pgm" => [.. "P5 1 1 255\n"u8, 1],
            "a.heic" => [0, 0, 0, 0x1C, .. "ftypheic"u8, 0, 0],
            "a.avif" => [0, 0, 0, 0x1C, .. "ftypavif"u8, 0, 0],
            "a.safetensors" => [64, 0, 0, 0, 0, 0, 0, 0, .. "{\"weight\":{"u8],
            "model.bin" => File.ReadAllBytes(_bench.Generator()),
            "unknown" => [0xFE, 0xDC, 0xBA, 0x98, 0, 1],
            "stats.pt" => Files.Zip("archive/data.pkl"),
            "images.zip" or "zip.npz" => Files.Zip("cat/1.png"),
            _ => [],
        };

        AssertBadInput(message, "score", _bench.Write(name, bytes), _bench.Images("generated", 3, seed: 2), "-n", _bench.Network());
    }

    [TestMethod]
    public void Score_OfArraysWithoutTheExtension_ReadsThem()
    {
        var reference = NpzArray.Write(_bench, "moments",
            NpzArray.Of("mu", [3], Mean), NpzArray.Of("sigma", [3, 3], Covariance));

        AssertRuns("score", reference, reference, "--json");
        Assert.AreEqual(0, Scores().Single().Value, 1e-12);
    }

    [TestMethod]
    [DataRow("<!DOCTYPE html>", "is a web page, not a state dict of PyTorch. Download")]
    [DataRow("version https://git-lfs.github.com/spec/v1", "is a pointer of Git LFS instead of the file itself, not a state dict")]
    [DataRow("", "is empty, not a state dict of PyTorch")]
    public void Import_OfAnotherFile_SaysWhatItIs(string text, string message) =>
        AssertBadInput(message, "import", _bench.Write("weights.pth", System.Text.Encoding.ASCII.GetBytes(text)));

    private static byte[] Tar
    {
        get
        {
            using var file = new MemoryStream();
            using (var archive = new TarWriter(file, leaveOpen: true))
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "cat/1.png") { DataStream = new MemoryStream([1, 2, 3]) });
            return file.ToArray();
        }
    }

    private string Reference(string mean, string covariance, string images) => NpzArray.Write(_bench, "reference.npz",
        NpzArray.Of(mean, [3], Mean), NpzArray.Of(covariance, [3, 3], Covariance),
        new NpzArray([4, 4, 4, 3], [.. Enumerable.Range(0, 192).Select(i => (byte)(i * 37))], images));

    private static FeatureStatistics Means(string folder)
    {
        var statistics = new FeatureStatistics(3);
        foreach (var image in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => ImageFile.Read(file).Planes))
            statistics.Add([.. image.Values.Chunk(16).Select(plane => (float)(plane.Average(value => (double)value) / 127.5 - 1))]);
        return statistics;
    }

    private void AssertRuns(params string[] arguments) => Assert.AreEqual(0, _bench.Run(arguments), _bench.Error);

    private void AssertBadInput(string message, params string[] arguments)
    {
        Assert.AreEqual(1, _bench.Run(arguments), _bench.Error);
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'), _bench.Error);
        Assert.Contains(message, _bench.Error);
    }

    private Score[] Scores() =>
    [
        .. JsonDocument.Parse(_bench.Output).RootElement.EnumerateArray().Select(score => Score.FromJson(score.GetRawText())),
    ];
}
