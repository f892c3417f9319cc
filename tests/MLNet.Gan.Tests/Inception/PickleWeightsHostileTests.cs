using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class PickleWeightsHostileTests
{
    private const string Huge = "\u008a\u0008\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f"; // 2⁶³ - 1

    [TestMethod]
    [DataRow("weights-zip.pth")]
    [DataRow("weights-zip-protocol-4.pth")]
    [DataRow("weights-legacy.pth")]
    [DataRow("weights-legacy-protocol-4.pth")]
    public void Read_OfEveryShorterFile_IsRefused(string name)
    {
        using var file = new SomeFile("w.pth", SomeFile.Committed(name));

        file.AssertRefusesTruncation(() => PickleWeights.Read(file.Path), (int)new FileInfo(file.Path).Length);
    }

    [TestMethod]
    [DataRow("weights-zip.pth", 1)]
    [DataRow("weights-zip-protocol-4.pth", 2)]
    [DataRow("weights-legacy.pth", 3)]
    [DataRow("weights-legacy-protocol-4.pth", 4)]
    public void Read_OfDamagedFiles_IsRefusedOrRead(string name, int seed)
    {
        using var file = new SomeFile("w.pth", SomeFile.Committed(name));

        file.AssertSurvivesDamage(() => PickleWeights.Read(file.Path), files: 2000, seed);
    }

    [TestMethod]
    [DataRow("cos\nsystem\n", "os.system")]
    [DataRow("cbuiltins\neval\n", "builtins.eval")]
    [DataRow("ctorch\nload\n", "torch.load")]
    [DataRow("\u008c\u0005posix\u008c\u0006system\u0093", "posix.system")]
    public void Read_WhenAnotherObjectIsNamed_RunsNothingAndNamesIt(string opcodes, string name)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip("x"));
        var proof = Path.Combine(file.Folder, "was-here");
        File.WriteAllBytes(file.Path, Pickled.Zip($"\u0080\u0002{opcodes}{Pickled.Text($"touch {proof}")}\u0085R."));

        AssertRefused(file.Path, $"names '{name}'");
        Assert.IsFalse(File.Exists(proof));
    }

    [TestMethod]
    [DataRow("\u0080\u0002P0\n.", "opcode 0x50", DisplayName = "PERSID")]
    [DataRow("\u0080\u0002(cos\nsystem\no.", "names 'os.system'", DisplayName = "OBJ")]
    [DataRow("\u0080\u0002(ios\nsystem\n.", "opcode 0x69", DisplayName = "INST")]
    [DataRow("\u0080\u0001N.", "protocol 1")]
    [DataRow("\u0080\u0002h\u0063.", "object 99", DisplayName = "BINGET of nothing")]
    [DataRow("\u0080\u0002j\u00ff\u00ff\u00ff\u00ff.", "object 4294967295", DisplayName = "LONG_BINGET of nothing")]
    [DataRow("\u0080\u0002\u008b\u00ff\u00ff\u00ff\u007f.", "integer of 2147483647 bytes")]
    [DataRow("\u0080\u0002\u008b\u00ff\u00ff\u00ff\u00ff.", "integer of -1 bytes")]
    [DataRow("\u0080\u0002X\u00ff\u00ff\u00ff\u00ff.", "text of 4294967295 bytes")]
    [DataRow("\u0080\u0002cos", "cut short", DisplayName = "GLOBAL without an end")]
    [DataRow("\u0080\u0002.", "an object", DisplayName = "STOP on nothing")]
    [DataRow("\u0080\u0002(.", "an object", DisplayName = "STOP on a mark")]
    [DataRow("\u0080\u0002" + "0.", "an object", DisplayName = "POP of nothing")]
    [DataRow("\u0080\u0002t.", "a mark", DisplayName = "TUPLE without a mark")]
    [DataRow("\u0080\u0002NNNs.", "a dict", DisplayName = "SETITEM of none")]
    [DataRow("\u0080\u0002}(Nu.", "without a value", DisplayName = "SETITEMS of one")]
    [DataRow("\u0080\u0002NNa.", "a list", DisplayName = "APPEND to none")]
    [DataRow("\u0080\u0002N)R.", "a function", DisplayName = "REDUCE of none")]
    [DataRow("\u0080\u0002]}b.", "a dict", DisplayName = "BUILD of a list")]
    [DataRow("\u0080\u0002NN\u0093.", "two texts", DisplayName = "STACK_GLOBAL of none")]
    [DataRow("\u0080\u0002NQ.", "whole storage", DisplayName = "BINPERSID of none")]
    [DataRow("\u0080\u0002" + "ccollections\nOrderedDict\n]\u0085R.", "OrderedDict")]
    [DataRow("\u0080\u0002" + "ctorch._utils\n_rebuild_tensor_v2\n)R.", "storage, offset, size and stride")]
    [DataRow("\u0080\u0002" + "ctorch._utils\n_rebuild_parameter\n)R.", "parameter")]
    [DataRow("\u0080\u0002N.", "something else than a dict")]
    public void Read_OfAPickleThatMakesNoSense_SaysWhy(string pickle, string reason)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(pickle));

        AssertRefused(file.Path, reason);
    }

    [TestMethod]
    [DataRow("K\u0000", "K\u0003\u0085", "K\u0001\u0085", "[3]", DisplayName = "longer than its storage")]
    [DataRow("K\u0001", "K\u0002\u0085", "K\u0001\u0085", "offset 1", DisplayName = "past the end by its offset")]
    [DataRow("K\u0000", "K\u0002\u0085", "K\u0002\u0085", "[2]", DisplayName = "past the end by its stride")]
    [DataRow("J\u00ff\u00ff\u00ff\u00ff", "K\u0001\u0085", "K\u0001\u0085", "offset -1")]
    [DataRow(Huge, "K\u0002\u0085", "K\u0001\u0085", "offset 9223372036854775807")]
    [DataRow("K\u0000", "J\u00ff\u00ff\u00ff\u00ff\u0085", "K\u0001\u0085", "[-1]")]
    [DataRow("K\u0000", "J\u00ff\u00ff\u00ff\u007fJ\u00ff\u00ff\u00ff\u007f\u0086", "K\u0000K\u0000\u0086", "[2147483647, 2147483647]")]
    [DataRow("K\u0000", Huge + "K\u0000\u0086", "K\u0000K\u0000\u0086", "[9223372036854775807, 0]")]
    [DataRow("K\u0000", "K\u0002\u0085", "J\u00ff\u00ff\u00ff\u00ff\u0085", "strides [-1]")]
    [DataRow("K\u0001", "K\u0002\u0085", Huge + "\u0085", "strides [9223372036854775807]")]
    [DataRow("K\u0000", "J\u0000\u0000\u0000\u0002\u0085", "K\u0000\u0085", "[33554432]", DisplayName = "stride 0 makes much of little")]
    [DataRow("K\u0000", "K\u0002\u0085", ")", "0 strides")]
    [DataRow("K\u0000", "(K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001t", ")", "9 dimensions")]
    [DataRow("K\u0000", "N\u0085", "K\u0001\u0085", "whole number")]
    [DataRow("K\u0000", "\u008a\u0009\0\0\0\0\0\0\0\0\u0001\u0085", "K\u0001\u0085", "whole number", DisplayName = "size 2⁶⁴")]
    public void Read_OfATensorThatLeavesItsStorage_SaysWhy(string offset, string size, string stride, string reason)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(Pickled.Tensor(offset: offset, size: size, stride: stride)));

        AssertRefused(file.Path, reason);
    }

    [TestMethod]
    [DataRow("FloatStorage", "K\u0003", "", "8 bytes, where the tensors need 12")]
    [DataRow("DoubleStorage", "K\u0002", "", "8 bytes, where the tensors need 16")]
    [DataRow("FloatStorage", "J\u00ff\u00ff\u00ff\u00ff", "", "claims -1 values")]
    [DataRow("FloatStorage", Huge, "", "claims 9223372036854775807 values")]
    [DataRow("FloatStorage", "K\u0002", "K\u0001", "whole storage", DisplayName = "a view of a storage")]
    [DataRow("ComplexFloatStorage", "K\u0002", "", "names 'torch.ComplexFloatStorage'")]
    public void Read_OfAStorageThatTheFileHasNot_SaysWhy(string number, string count, string view, string reason)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(Pickled.Tensor(number, count, view: view)));

        AssertRefused(file.Path, reason);
    }

    [TestMethod]
    [DataRow("X\u0001\0\0\0wh\0s", "'w' twice", DisplayName = "a name twice")]
    [DataRow("X\u0005\0\0\0epochK\u0003s", "state_dict()", DisplayName = "a checkpoint with an epoch")]
    [DataRow("K\u0003K\u0003s", "'3'", DisplayName = "a key that is no text")]
    public void Read_OfADictOfMore_SaysWhy(string extra, string reason)
    {
        var pickle = Pickled.Tensor(extra: extra).Replace("tRs", "tRq\0s", StringComparison.Ordinal);
        using var file = new SomeFile("w.pth", Pickled.Zip(pickle));

        AssertRefused(file.Path, reason);
    }

    [TestMethod]
    [DataRow(")", "\u0085", 1_000_000, "something else than a dict", DisplayName = "a tuple in a tuple, a million deep")]
    [DataRow("", "(", 70_000, "stacks more than")]
    [DataRow("", "N0", 600_000, "operations")]
    public void Read_OfDeepOrEndlessPickles_IsRefused(string first, string repeated, int times, string reason)
    {
        var pickle = $"\u0080\u0002{first}{string.Concat(Enumerable.Repeat(repeated, times))}.";
        using var file = new SomeFile("w.pth", Pickled.Zip(pickle));

        AssertRefused(file.Path, reason);
    }

    [TestMethod]
    public void Read_OfTensorsThatShareOneStorage_IsBoundedInAll()
    {
        // 17 names for one tensor of 2²² values, 71 million in all, and only 16 MB of file.
        const int Values = 1 << 22;
        var pickle = Pickled.Tensor(count: "J\0\0\u0040\0", size: "J\0\0\u0040\0\u0085")
            .Replace("tRs.", "tRq\0s", StringComparison.Ordinal);
        var names = string.Concat(Enumerable.Range(0, 16).Select(i => $"{Pickled.Text($"w{i}")}h\0s"));
        using var file = new SomeFile("w.pth", Pickled.Zip(
            ("w/data.pkl", Pickled.Bytes($"{pickle}{names}.")), ("w/data/0", new byte[Values * sizeof(float)])));

        AssertRefused(file.Path, "more than 67108864 values");
    }

    [TestMethod]
    public void Read_OfAZipBomb_IsRefusedBeforeItIsInflated()
    {
        const int Values = 1 << 22;
        using var file = new SomeFile("w.pth", Pickled.ZipCompressing(
            "w/data/0",
            ("w/data.pkl", Pickled.Bytes(Pickled.Tensor(count: "J\0\0\u0040\0"))), ("w/data/0", new byte[Values * 4])));
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(file.Path, "'w/data/0' is compressed from 16777216");
        Assert.IsTrue(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [TestMethod]
    public void Read_OfOtherZips_SaysWhy()
    {
        var pickle = Pickled.Bytes(Pickled.Tensor());
        AssertZipRefused("one entry 'data.pkl'", ("w/data/0", Pickled.Floats));
        AssertZipRefused("one entry 'data.pkl'", ("w/data.pkl", pickle), ("v/data.pkl", pickle));
        AssertZipRefused("two entries 'w/data/0'",
            ("w/data.pkl", pickle), ("w/data/0", Pickled.Floats), ("w/data/0", Pickled.Floats));
        AssertZipRefused("lacks the entry 'w/data/0'", ("w/data.pkl", pickle), ("data/0", Pickled.Floats));
        AssertZipRefused("not little-endian",
            ("w/data.pkl", pickle), ("w/data/0", Pickled.Floats), ("w/byteorder", "big"u8.ToArray()));
        AssertZipRefused("more than 16384",
            [.. Enumerable.Range(0, 16385).Select(i => ($"w/{i}", Array.Empty<byte>()))]);
    }

    [TestMethod]
    public void Read_OfALegacyFileOfAnotherKind_SaysWhy()
    {
        AssertLegacyRefused("\u0080\u0002K\u0005.", "magic number");
        const string Magic = "\u0080\u0002\u008a\u000al\u00fc\u009c\u0046\u00f9\u0020\u006a\u00a8\u0050\u0019.";
        AssertLegacyRefused($"{Magic}\u0080\u0002M\u00e8\u0003.", "version 1001");
        const string Version = $"{Magic}\u0080\u0002M\u00e9\u0003.";
        AssertLegacyRefused($"{Version}\u0080\u0002}}{Pickled.Text("little_endian")}\u0089s.", "not little-endian");
        const string Machine = $"{Version}\u0080\u0002}}X\u000d\0\0\0little_endian\u0088s.";
        AssertLegacyRefused($"{Machine}{Pickled.Tensor()}\u0080\u0002N.", "list its storages");
        AssertLegacyRefused($"{Machine}{Pickled.Tensor()}\u0080\u0002]{Pickled.Text("1")}a.", "storage '1'");
        AssertLegacyRefused($"{Machine}{Pickled.Tensor()}\u0080\u0002].", "'0' of the tensor 'w' is missing");
        AssertLegacyRefused($"{Machine}{Pickled.Tensor()}\u0080\u0002]{Pickled.Text("0")}a.\u0003\0\0\0\0\0\0\0", "has 3 values");
    }

    private static void AssertZipRefused(string reason, params (string Name, byte[] Bytes)[] entries)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(entries));
        AssertRefused(file.Path, reason);
    }

    private static void AssertLegacyRefused(string pickles, string reason)
    {
        using var file = new SomeFile("w.pth", Pickled.Bytes(pickles));
        AssertRefused(file.Path, reason);
    }

    private static void AssertRefused(string path, string reason)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => PickleWeights.Read(path));

        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
        StringAssert.Contains(refusal.Message, path, StringComparison.Ordinal);
    }
}
