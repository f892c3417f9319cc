
namespace MLNet.Gan.Tests.Platform;

/// <summary>Works on TorchSharp's own file, as its package has it.</summary>
[TestClass]
public sealed class SymbolVersionsTests
{
    private const string Weak = "libstdc++.so.6 GLIBCXX_3.4.32 2 ", Strong = "libstdc++.so.6 GLIBCXX_3.4.32 0 ";
    private const string Renamed = "libstdc++.so.6 GLIBCXX_3.4.30 0 ", Equivalent = "libstdc++.so.6 GLIBCXX_3.4.11 0 ";

    private static readonly byte[] Original = File.ReadAllBytes(UserProgram.TorchSharpFile);
    private static readonly byte[] Relaxed = SymbolVersions.Relax(Original);

    [TestMethod]
    public void Relax_ChangesTheTwoNeeds_AndNoOther()
    {
        // The hash of the System V ABI, h ← 16h + c with the top four bits folded in, of GLIBCXX_3.4.11 is 43513953
        // (computed in Python); 3.4.32's stays as it is.
        var before = ElfTables.Of(Original).Needs;
        var expected = before.Select(need => need.StartsWith(Strong, StringComparison.Ordinal) ? Weak + need[Strong.Length..]
            : need.StartsWith(Renamed, StringComparison.Ordinal) ? Equivalent + "43513953" : need);

        CollectionAssert.AreEqual(expected.ToArray(), ElfTables.Of(Relaxed).Needs.ToArray());
        Assert.AreEqual(1, before.Count(need => need.StartsWith(Strong, StringComparison.Ordinal)));
        Assert.AreEqual(1, before.Count(need => need.StartsWith(Renamed, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Relax_ChangesNoMoreThanAFlagAHashAndAName()
    {
        // One bit of a flag, four bytes of a hash, and the last two letters of ….30, which become ….11.
        Assert.HasCount(Original.Length, Relaxed);
        Assert.IsInRange(2, 7, Original.Zip(Relaxed).Count(pair => pair.First != pair.Second));
    }

    [TestMethod]
    [DataRow("libLibTorchSharp.so")]
    [DataRow("libtorch_cpu.so")]
    [DataRow("libc10.so")]
    [DataRow("libonnxruntime.so")]
    public void TestsOwnFile_AsksForNoMoreThanRhel9Has(string file)
    {
        // RHEL 9: glibc 2.34, libstdc++ of GCC 11. These tests are built with our targets, so their file is the relaxed one.
        var (c, cpp) = (new Version(2, 34), new Version(3, 4, 29));
        var needs = ElfTables.Of(Path.Combine(AppContext.BaseDirectory, file)).Needs.Select(need => need.Split(' '));

        var tooNew =
            from need in needs
            where need[2] == "0" // 2 is weak.
            let parts = need[1].Split('_')
            where parts[0] is "GLIBC" or "GLIBCXX"
            where Version.Parse(parts[1]) > (parts[0] == "GLIBC" ? c : cpp)
            select need[1];

        Assert.AreEqual("", string.Join(", ", tooNew));
    }

    [TestMethod]
    public void Relax_OfRelaxed_IsTheSameArray() => Assert.AreSame(Relaxed, SymbolVersions.Relax(Relaxed));

    [TestMethod]
    public void Relax_OfALibraryWithoutTheVersions_IsTheSameArray()
    {
        var other = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libc10.so"));

        Assert.AreSame(other, SymbolVersions.Relax(other));
    }

    [TestMethod]
    public void Relax_OfAFileThatTakesMoreOfAVersion_KeepsThatNeed()
    {
        // A symbol of 3.4.29 gets the number that the one of 3.4.30 has, as if the file took both from there.
        var symbols = ElfTables.Of(Original).Symbols;
        var from = symbols["_ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE GLIBCXX_3.4.30"];
        var to = symbols["_ZSt28__throw_bad_array_new_lengthv GLIBCXX_3.4.29"];
        var taken = (byte[])Original.Clone();
        Original.AsSpan(from, 2).CopyTo(taken.AsSpan(to));

        var needs = ElfTables.Of(SymbolVersions.Relax(taken)).Needs;

        Assert.IsTrue(needs.Any(need => need.StartsWith(Renamed, StringComparison.Ordinal)));
        Assert.IsTrue(needs.Any(need => need.StartsWith(Weak, StringComparison.Ordinal)), "The other need is relaxed.");
    }

    [TestMethod]
    [DataRow(0, DisplayName = "empty")]
    [DataRow(63, DisplayName = "shorter than a header")]
    public void Relax_OfNoHeader_SaysWhatItIsNot(int length) => Assert.Contains("not a 64-bit little-endian ELF file",
        Assert.ThrowsExactly<InvalidDataException>(() => SymbolVersions.Relax(Original[..length])).Message);

    [TestMethod]
    [DataRow(0, (byte)'M', DisplayName = "another kind of file")]
    [DataRow(4, (byte)1, DisplayName = "32 bits")]
    [DataRow(5, (byte)2, DisplayName = "big-endian")]
    public void Relax_OfForeignFile_SaysWhatItIsNot(int place, byte value)
    {
        var foreign = (byte[])Original.Clone();
        foreign[place] = value;

        Assert.Contains("not a 64-bit little-endian ELF file",
            Assert.ThrowsExactly<InvalidDataException>(() => SymbolVersions.Relax(foreign)).Message);
    }

    [TestMethod]
    [DataRow(64)]
    [DataRow(100_000)]
    [DataRow(2_000_000)]
    [DataRow(-1)]
    public void Relax_OfCutFile_SaysSo(int length)
    {
        var cut = Original[..(length < 0 ? Original.Length + length : length)];

        Assert.Contains("is cut", Assert.ThrowsExactly<InvalidDataException>(() => SymbolVersions.Relax(cut)).Message);
    }

    [TestMethod]
    public void Relax_OfDamagedTables_EndsWithAResultOrSaysSo()
    {
        // The header's and the sections' fields, and the tables of needs, each bit of a sample of bytes turned over.
        var random = new Random(1);
        var sections = BitConverter.ToInt32(Original, 40);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])Original.Clone();
            damaged[i % 3 == 0 ? random.Next(6, 64) : random.Next(sections, damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.HasCount(Original.Length, SymbolVersions.Relax(damaged));
            }
            catch (InvalidDataException)
            {
            }
        }
    }
}
