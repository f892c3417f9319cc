using System.Text.Json;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Images;

namespace MLNet.Gan.Tests.Tool;

/// <summary>What the tool does with folders as they are found, and with interruptions.</summary>
[TestClass]
public sealed class GanFidFolderTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Score_OfBadFiles_NamesAllBeforeAnyWorkOrLeavesThemOut()
    {
        var (real, generated, network) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2), _bench.Network());
        Write(generated, "a-cut.png", Kind.Of("png-rgb")[..^20]);
        Write(generated, "b-cut.jpg", Kind.Of("jpeg")[..^20]);
        Write(generated, "c.tif", [.. "II*\0"u8]);
        Write(generated, "d.png", []);
        File.CreateSymbolicLink(Path.Combine(generated, "e.png"), "nowhere.png");

        Assert.AreEqual(1, _bench.Run("score", real, generated, "-n", network));
        var line = Assert.ContainsSingle(_bench.Error.TrimEnd().Split('\n'));
        Assert.StartsWith($"gan-fid: 5 of 9 files in '{generated}' cannot be read. ", line);
        Assert.EndsWith($"The others are '{Path.Combine(generated, "b-cut.jpg")}', '{Path.Combine(generated, "d.png")}'. Or leave such files out "
            + "with --skip-bad.", line.TrimEnd());

        Assert.AreEqual(0, _bench.Run("score", real, generated, "-n", network, "--skip-bad", "--json"));
        Assert.EndsWith("'. They are left out.", _bench.Error.TrimEnd());
        var score = Score();
        Assert.AreEqual((4L, 5L), (score.Protocol.GeneratedCount, score.Protocol.RealCount));
        Assert.AreEqual($"'{generated}': 5 files that cannot be read or do not fit the network were left out.",
            score.Warnings.Single(warning => warning.Code == ScoreWarning.ImagesLeftOut).Message);
    }

    [TestMethod]
    public void Score_OfAWholeFileThatCannotBeDecoded_LeavesItOutOnce()
    {
        var (real, network) = (_bench.Images("real", 5, 1), _bench.Network());
        Write(real, "0.png", Kind.PngOfTooFewPixels);

        Assert.AreEqual(1, _bench.Run("score", real, real, "-n", network));
        Assert.Contains("cannot be decoded", _bench.Error);
        Assert.Contains("--skip-bad", _bench.Error);

        Assert.AreEqual(0, _bench.Run("score", real, _bench.Images("generated", 4, 2), "-n", network, "--skip-bad", "--json"));
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'));
        Assert.AreEqual(5, Score().Protocol.RealCount);
    }

    [TestMethod]
    public void Score_OfTransparentImages_IsThatOfTheirColorsAndSaysSo()
    {
        var (real, clear) = (_bench["real"], _bench["clear"]);
        var network = _bench.Network("means.onnx", side: 5, height: 6);
        Directory.CreateDirectory(clear);
        Directory.CreateDirectory(real);
        for (var i = 0; i < 3; i++)
        {
            Write(clear, $"{i}.png", Kind.Of(i == 0 ? "png-gray" : "png-rgba"));
            Write(real, $"{i}.png", Kind.Of(i == 0 ? "png-gray" : "png-rgb"));
        }

        Assert.AreEqual(0, _bench.Run("score", real, clear, "-n", network, "--json"), _bench.Error);

        // The two have the same colors, and alpha is dropped.
        Assert.AreEqual(0, Score().Value, 1e-9);
        var message = $"2 of 3 images have transparent pixels (the first: '{Path.Combine(clear, "1.png")}'). Alpha is dropped";
        Assert.StartsWith($"gan-fid: {message}", Assert.ContainsSingle(_bench.Error.TrimEnd().Split('\n')));
        Assert.StartsWith($"'{clear}': {message}",
            Score().Warnings.Single(warning => warning.Code == ScoreWarning.UnusualImages).Message);
    }

    [TestMethod]
    public void Score_WithSuffixesAndDepth_ReadsThoseOnly()
    {
        var (folder, network) = (_bench.Images("both", 4, 1), _bench.Network());
        _bench.Images("both/deep", 3, 2);
        foreach (var path in Directory.GetFiles(folder).Take(2))
            File.Copy(path, path.Replace(".png", "_fake.png", StringComparison.Ordinal));

        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--suffix", "_fake.png", "--json"), _bench.Error);
        Assert.AreEqual(2, Score().Protocol.RealCount);
        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--recursive", "false", "--json"), _bench.Error);
        Assert.AreEqual(6, Score().Protocol.RealCount);
        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--json"), _bench.Error);
        Assert.AreEqual(9, Score().Protocol.RealCount);
        foreach (var path in Directory.GetFiles(folder, "*_fake.png"))
            File.Copy(path, path.Replace(".png", "", StringComparison.Ordinal));
        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--suffix", "", "--json"), _bench.Error);
        Assert.AreEqual(2, Score().Protocol.RealCount);
    }

    [TestMethod]
    public void Stats_ToAPlaceThatCannotBeWritten_SaysSoBeforeAnythingElse()
    {
        AssertBadInput($"there is no folder '{_bench["nowhere"]}'", "stats", "no-folder", "-o", Path.Combine(_bench["nowhere"], "a.npz"));
        Directory.CreateDirectory(_bench["folder.npz"]);
        AssertBadInput("since it is a folder. Name a file.", "stats", "no-folder", "-o", _bench["folder.npz"]);
        AssertBadInput("cannot be written", "stats", "no-folder", "-o", "/proc/a.npz");
    }

    [TestMethod]
    public void Score_OfSidesOfDifferentNetworks_SaysSoBeforeAnyFeature()
    {
        var (folder, network) = (_bench.Images("real", 5, 1), _bench.Network());
        _bench.Run("stats", folder, "-n", _bench.Network("other.onnx"), "-o", _bench["other.npz"]);
        // A size that the network refuses, but not of the first image: it would be noticed at the end only.
        Write(folder, "009.png", Kind.Of("png-rgb"));

        AssertBadInput("network: other and means", "score", _bench["other.npz"], folder, "-n", network);
    }

    [TestMethod]
    public void Score_OfABadNetworkAndACutFile_SpeaksOfTheNetworkFirst()
    {
        var (real, generated) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2));
        Write(real, "a-cut.png", Kind.Of("png-rgb")[..^20]);

        AssertBadInput("not an ONNX model", "score", real, generated, "-n", _bench.Write("text.onnx", "<html>"u8.ToArray()));
        AssertBadInput("There is no network 'nowhere'", "score", real, generated, "-n", "nowhere");
    }

    [TestMethod]
    public void Score_OfALateMistakeAndAFirstOne_SpeaksOfTheFirst()
    {
        var (real, generated, network) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2), _bench.Network());
        Write(real, "009.png", Kind.Of("png-rgb")); // Of another size, noticed when all files are checked.
        Write(generated, "000.png", Kind.PngOfTooFewPixels);

        AssertBadInput($"'{Path.Combine(generated, "000.png")}' cannot be decoded", "score", real, generated, "-n", network);
        AssertBadInput("There is no file or folder", "score", real, _bench["nowhere"], "-n", network);
        AssertBadInput("The generator has 0 classes, not 3.", "score", real, _bench.Generator(), "-n", network, "--labels", "3");
    }

    [TestMethod]
    public void Score_OfImagesOfAnotherSize_NamesThemBeforeAnyWorkOrLeavesThemOut()
    {
        var (real, generated, network) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2), _bench.Network());
        File.Move(Path.Combine(_bench.Images("small", 1, 3, side: 2), "000.png"), Path.Combine(real, "004b.png"));
        File.Copy(Path.Combine(_bench.Images("large", 1, 3, side: 6), "000.png"), Path.Combine(real, "001b.png"));

        AssertBadInput($"2 of 7 files in '{real}' cannot be read. The image '{Path.Combine(real, "001b.png")}' is 6 × 6 pixels, but the network "
            + $"'{network}' takes 4 × 4. Resize the images, or use a network that does it. The image '{Path.Combine(real, "004b.png")}' is 2 × 2 "
            + "pixels, but", "score", real, generated, "-n", network);
        Assert.EndsWith("Or leave such files out with --skip-bad.", _bench.Error.TrimEnd());

        Assert.AreEqual(0, _bench.Run("score", real, generated, "-n", network, "--skip-bad", "--json"), _bench.Error);
        Assert.AreEqual(5, Score().Protocol.RealCount);
        Assert.AreEqual($"'{real}': 2 files that cannot be read or do not fit the network were left out.",
            Score().Warnings.Single(warning => warning.Code == ScoreWarning.ImagesLeftOut).Message);
    }

    [TestMethod]
    public void Score_OfAnArrayWithAColoredImage_NamesItForANetworkOfGrays()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)9, 27), 1, 2, 3, .. Enumerable.Repeat((byte)9, 6)];
        var array = new NpzArray([3, 2, 2, 3], pixels).Write(_bench);

        AssertBadInput($"Image 3 of '{array}' has colors, but the network '", "score", array, array, "-n", _bench.Network("gray.onnx", 1, side: 2));
        AssertBadInput($"Image 1 of '{array}' is 2 × 2 pixels, but the network '", "score", array, array, "-n", _bench.Network());
    }

    [TestMethod]
    public void Score_OfWholeFilesThatCannotBeDecoded_NamesAllWithTheCutOnes()
    {
        var (real, generated, network) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2), _bench.Network());
        Write(real, "001b.png", Kind.PngOfTooFewPixels);
        Write(real, "002b.png", Kind.Of("png-rgb")[..^20]);
        Write(real, "003b.png", Kind.PngOfTooFewPixels);

        AssertBadInput($"3 of 8 files in '{real}' cannot be read. The image '{Path.Combine(real, "001b.png")}' cannot be decoded", "score", real,
            generated, "-n", network);
        Assert.Contains($"'{Path.Combine(real, "002b.png")}' is cut short", _bench.Error);
        Assert.Contains($"'{Path.Combine(real, "003b.png")}' cannot be decoded", _bench.Error);
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'));
    }

    [TestMethod]
    public void Stats_OfImagesLeftOut_KeepsTheWarningInTheFile()
    {
        var (real, generated, network) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2), _bench.Network());
        Write(real, "001b.png", Kind.Of("png-rgb")[..^20]);

        Assert.AreEqual(0, _bench.Run("stats", real, "-n", network, "--skip-bad", "-o", _bench["real.npz"]), _bench.Error);
        Assert.EndsWith("It is left out.", Assert.ContainsSingle(_bench.Error.TrimEnd().Split('\n')));
        Assert.AreEqual(0, _bench.Run("score", _bench["real.npz"], generated, "-n", network, "--json"), _bench.Error);

        Assert.AreEqual($"'{_bench["real.npz"]}': '{real}': 1 files that cannot be read or do not fit the network were left out.",
            Score().Warnings.Single(warning => warning.Code == ScoreWarning.ImagesLeftOut).Message);
    }

    [TestMethod]
    public void Score_WithASuffixOfEachSide_ReadsThose()
    {
        var (both, network) = (_bench["both"], _bench.Network());
        var (real, generated) = (_bench.Images("real", 5, 1), _bench.Images("generated", 4, 2, end: 200));
        Directory.CreateDirectory(both);
        foreach (var (folder, end) in new[] { (real, "_real.png"), (generated, "_fake.png") })
        {
            foreach (var path in Directory.GetFiles(folder))
                File.Copy(path, Path.Combine(both, Path.GetFileNameWithoutExtension(path) + end));
        }

        Assert.AreEqual(0, _bench.Run("score", real, generated, "-n", network, "--json"), _bench.Error);
        var expected = Score();
        Assert.AreEqual(0, _bench.Run("score", both, both, "-n", network, "--real-suffix", "_real.png", "--suffix", "_fake.png", "--json"), _bench.Error);

        Assert.IsGreaterThan(0.001, expected.Value);
        Assert.AreEqual(0, Score().Minus(expected));
    }

    [TestMethod]
    public void Score_OfHiddenFilesDoublesAndFoldersThatAreNotSearched_SaysSo()
    {
        var (folder, network) = (_bench.Images("real", 5, 1), _bench.Network());
        _bench.Images("real/deep", 3, 2);
        Write(folder, ".hidden.png", []);
        Write(folder, "labels.csv", []);
        File.CreateSymbolicLink(Path.Combine(folder, "again.png"), "000.png");

        Assert.AreEqual(0, _bench.Run("score", folder, _bench.Images("generated", 4, 2), "-n", network, "--recursive", "false"), _bench.Error);

        CollectionAssert.AreEqual(new[]
        {
            $"gan-fid: Hidden files and folders in '{folder}' are ignored (1): '.hidden.png'.",
            $"gan-fid: Links in '{folder}' that lead to what is read already are left out (1): 'again.png'.",
            $"gan-fid: Folders in '{folder}' that lie deeper than is searched are left out (1): 'deep'.",
            $"gan-fid: Files in '{folder}' without the extension of an image are not read (1): 'labels.csv'.",
        }, _bench.Error.TrimEnd().Split('\n'));
    }

    private void AssertBadInput(string message, params string[] arguments)
    {
        Assert.AreEqual(1, _bench.Run(arguments), _bench.Error);
        Assert.Contains(message, _bench.Error);
        Assert.AreEqual("", _bench.Output);
    }

    private Score Score() => MLNet.Gan.Metrics.Score.FromJson(
        JsonDocument.Parse(_bench.Output).RootElement.EnumerateArray().Single().GetRawText());

    private static void Write(string folder, string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
}
