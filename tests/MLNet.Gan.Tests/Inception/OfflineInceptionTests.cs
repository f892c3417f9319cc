using MLNet.Gan;
using MLNet.Gan.Metrics;
using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests.Inception;

/// <summary>The network of nsfwjs, against TensorFlow.js. './build.sh setup' installs the package.</summary>
[TestClass]
public sealed class OfflineInceptionTests : IDisposable
{
    private readonly InceptionCache _cache = new(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));

    public void Dispose()
    {
        if (Directory.Exists(_cache.Folder))
            Directory.Delete(_cache.Folder, recursive: true);
    }

    [TestMethod]
    public void ImportOffline_WhereThePackageIsInstalled_GivesTensorFlowsFeatures()
    {
        if (Package() is not { } package)
        {
            Assert.Inconclusive("npm's nsfwjs is not installed: run ./build.sh setup.");
            return;
        }

        using var network = InceptionNetwork.Open(new() { Weights = package }, _cache);
        Assert.AreEqual(("offline-inception/mixed7", 768, 0), (network.Name, network.FeatureSize, network.Classes));
        Assert.AreEqual($"offline-inception-{network.Weights}.onnx", Path.GetFileName(_cache.Find()));
        foreach (var row in Vectors.Rows("offline.json", "judged"))
        {
            var (seed, features) = (row.Integer("seed"), new float[768]);
            network.Extract(1, MadeUp.Image(seed, 299, 299), SampleShape.Image(3, 299, 299), features);

            Vectors.AssertClose(row.Numbers("features"), features, 1e-4, $"image {seed}");
        }

        var e = Assert.ThrowsExactly<InvalidOperationException>(() =>
            InceptionNetwork.Open(new() { Weights = package, WithLogits = true }, _cache));
        Assert.Contains("'offline-inception/mixed7' has no logits.", e.Message);
        e = Assert.ThrowsExactly<InvalidOperationException>(() =>
            InceptionNetwork.Open(new() { Weights = package, FeatureSize = 2048 }, _cache));
        Assert.Contains("has no 2048 features, but 768.", e.Message);
    }

    // Where build.sh installs it, or a folder that holds node_modules.
    private static string? Package() => new[]
    {
        Environment.GetEnvironmentVariable("GAN_NSFWJS") ?? "", Path.Combine(ThisFolder(), "../../../artifacts/npm"),
    }.Select(folder => Path.Combine(folder, "node_modules/nsfwjs")).FirstOrDefault(Directory.Exists);

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
