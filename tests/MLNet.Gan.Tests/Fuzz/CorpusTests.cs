using MLNet.Gan.Fuzz;

namespace MLNet.Gan.Tests.Fuzz;

/// <summary>Each reader of strangers' files, with valid ones and with those that afl-fuzz kept (./build.sh fuzz).</summary>
[TestClass]
public sealed class CorpusTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");

    private static IEnumerable<object[]> Names => Readers.All.Select(reader => new object[] { reader.Name });

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Try_OfValidFiles_AcceptsThem(string name)
    {
        var reader = Readers.All.Single(one => one.Name == name);
        var files = reader.Seeds().ToList();

        Assert.IsNotEmpty(files);
        foreach (var file in files)
            Assert.IsTrue(Try(reader, file));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Try_OfTheCorpus_KeepsThePromise(string name)
    {
        var reader = Readers.All.Single(one => one.Name == name);
        var files = Corpus.Of(reader).ToList();

        Assert.IsGreaterThan(reader.Seeds().Count(), files.Count, "The corpus has no more than the valid files.");
        foreach (var (file, bytes) in files)
        {
            try
            {
                Try(reader, bytes);
            }
            catch (Exception e)
            {
                Assert.Fail($"{file}: {e}");
            }
        }
    }

    private bool Try(Reader reader, byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return reader.Try(_path);
    }
}
