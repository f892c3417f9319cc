using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Checkpoints;

[TestClass]
public sealed class CheckpointFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}");
    private readonly List<string> _warnings = [];

    private CheckpointOptions Options => new() { Folder = _folder };

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void Newest_OfANewFolder_IsNothing()
    {
        using var folder = CheckpointFolder.Open(Options);

        Assert.IsNull(folder.Newest(_warnings.Add));
        Assert.IsEmpty(_warnings);
    }

    [TestMethod]
    public void Write_KeepsTheNewest()
    {
        using var folder = CheckpointFolder.Open(Options with { Keep = 2 });

        foreach (var step in new[] { 9, 10, 11 })
            Write(folder, step);

        CollectionAssert.AreEqual(new[] { "in-use", "step-0000000010.safetensors", "step-0000000011.safetensors" }, Names());
        Assert.AreEqual(11, NewestStep(folder));
    }

    [TestMethod]
    [DataRow(-1, DisplayName = "cut")]
    [DataRow(0, DisplayName = "empty")]
    public void Newest_OfADamagedFile_IsTheOneBeforeWithAWarning(int length)
    {
        using var folder = CheckpointFolder.Open(Options);
        Write(folder, 1);
        var damaged = Write(folder, 2);
        var bytes = File.ReadAllBytes(damaged);
        File.WriteAllBytes(damaged, length < 0 ? bytes[..^1] : []);

        Assert.AreEqual(1, NewestStep(folder));

        Assert.Contains($"Checkpoint '{damaged}' cannot be used. ", Assert.ContainsSingle(_warnings));
        CollectionAssert.Contains(Names(), "damaged-step-0000000002.safetensors");
    }

    [TestMethod]
    public void FromJson_OfAnotherFormat_IsRefusedWithBoth()
    {
        var other = Some.State with { Format = 99 };

        Assert.AreEqual(
            $"Its format is 99, but this version reads {CheckpointState.CurrentFormat}.",
            Assert.ThrowsExactly<FormatException>(() => CheckpointState.FromJson(other.ToJson())).Message);
        Assert.StartsWith(
            "Its state was written by another version: ",
            Assert.ThrowsExactly<FormatException>(() => CheckpointState.FromJson(Some.State.ToJson().Replace("\"Step\"", "\"Stop\""))).Message);
    }

    [TestMethod]
    public void Newest_OfAChangedBit_IsTheOneBefore()
    {
        using var folder = CheckpointFolder.Open(Options);
        Write(folder, 1);
        var damaged = Write(folder, 2);
        var bytes = File.ReadAllBytes(damaged);
        bytes[^1] ^= 1;
        File.WriteAllBytes(damaged, bytes);

        Assert.AreEqual(1, NewestStep(folder));
        Assert.Contains("SHA-256", Assert.ContainsSingle(_warnings));
    }

    [TestMethod]
    public void Newest_WhenAllAreDamaged_SaysWhatToDo()
    {
        using var folder = CheckpointFolder.Open(Options);
        File.WriteAllBytes(Write(folder, 1), [1, 2, 3]);

        var e = Assert.ThrowsExactly<InvalidOperationException>(() => folder.Newest(_warnings.Add));

        Assert.Contains("can be used; the newest is ", e.Message);
        Assert.Contains("set CheckpointOptions.Restart to delete them and begin anew.", e.Message);
        CollectionAssert.Contains(Names(), "step-0000000001.safetensors");
    }

    [TestMethod]
    public void Newest_OfAnotherProgramsFile_SaysWhatItIs()
    {
        using var folder = CheckpointFolder.Open(Options);
        Write(folder, 1);
        using (var file = File.Create(Path.Combine(_folder, "step-9999999999.safetensors")))
        {
            using var scope = NewDisposeScope();
            Safetensors.Write(file, new Dictionary<string, string>(), [("weight", ones(3))]);
        }

        Assert.AreEqual(1, NewestStep(folder));
        Assert.Contains("It is a safetensors file, but no checkpoint of MLNet.Gan.", Assert.ContainsSingle(_warnings));
    }

    [TestMethod]
    public void Open_WithRestart_DeletesTheCheckpoints()
    {
        using (var folder = CheckpointFolder.Open(Options))
            Write(folder, 1);

        using var anew = CheckpointFolder.Open(Options with { Restart = true });

        Assert.IsNull(anew.Newest(_warnings.Add));
    }

    [TestMethod]
    public void Open_BehindAKilledWriter_DeletesWhatItWasWriting()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "step-0000000007.safetensors.abc"), [1]);

        using var folder = CheckpointFolder.Open(Options);

        CollectionAssert.AreEqual(new[] { "in-use" }, Names());
    }

    [TestMethod]
    public void Open_OfAFolderInUse_SaysSo()
    {
        using var folder = CheckpointFolder.Open(Options);

        var e = Assert.ThrowsExactly<IOException>(() => CheckpointFolder.Open(Options));

        Assert.StartsWith($"The folder of checkpoints '{_folder}' cannot be written to, or another run uses it: ", e.Message);
    }

    [TestMethod]
    public void Open_OfAFolderThatCannotBeMade_SaysSo()
    {
        File.WriteAllText(_folder, "a file");
        try
        {
            var e = Assert.ThrowsExactly<IOException>(() => CheckpointFolder.Open(Options));

            Assert.StartsWith($"The folder of checkpoints '{_folder}' cannot be written to", e.Message);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    private string[] Names() => [.. Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private long? NewestStep(CheckpointFolder folder)
    {
        using var newest = folder.Newest(_warnings.Add);
        return newest?.State.Step;
    }

    private static string Write(CheckpointFolder folder, long step)
    {
        using var scope = NewDisposeScope();
        return folder.Write(new(Some.State with { Step = step }, new Dictionary<string, Tensor> { ["generator"] = ones(4) }));
    }
}
