using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Inception;

namespace MLNet.Gan.Tests.Tool;

/// <summary>What an import says; it reads an environment variable of the process.</summary>
[TestClass, DoNotParallelize]
public sealed class ImportCommandTests : IDisposable
{
    private const string Variable = "GAN_INCEPTION";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly Workbench _bench = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _bench.Dispose();
    }

    [TestMethod]
    public void Import_OfOtherWeights_SaysThatTheyAreNotTheAuthors()
    {
        var (source, cache) = (_bench.Write("weights.pth", "text"u8.ToArray()), new InceptionCache(_bench["cache"]));
        var imported = InceptionImport.Import(source, cache, _ => MadeUp.Weights()); // The command finds it by the hash of the source.
        Environment.SetEnvironmentVariable(Variable, Directory.CreateDirectory(cache.Folder).FullName);

        Assert.AreEqual(0, _bench.Run("import", source), _bench.Error);

        Assert.AreEqual(imported, _bench.Output.TrimEnd());
        Assert.AreEqual("gan-fid: Its weights are not those of FID's authors, whose file has a SHA-256 that begins with 6726825d, so its scores are "
            + "not named FID. Choose it with --network inception-982d9e3e.", _bench.Error.TrimEnd());
    }
}
