using MLNet.Gan.Networks;

namespace MLNet.Gan.Tests.Networks;

/// <summary>The defaults and the ranges of the larger architectures.</summary>
[TestClass]
public sealed class ArchitectureOptionTests
{
    [TestMethod]
    public void Defaults_AreTheDocumentedOnes()
    {
        var (resNet, r3, progressive) = (new ResNet(), new R3(), new Progressive());

        Assert.AreEqual(
            (128, 32, 32, 0, null), (resNet.LatentSize, resNet.GeneratorWidth, resNet.DiscriminatorWidth, resNet.Doublings, resNet.SelfAttention));
        Assert.AreEqual((64, 32, 0, 1, 2, 16, 16), (r3.LatentSize, r3.Width, r3.Doublings, r3.Blocks, r3.Expansion, r3.GroupSize, r3.LabelSize));
        Assert.AreEqual((128, 16, 2, 16), (progressive.LatentSize, progressive.Width, progressive.Doublings, progressive.LabelSize));
        Assert.AreEqual(
            (600_000L, 600_000L, 64, 16),
            (progressive.FadeImages, progressive.StableImages, progressive.BatchSize, progressive.SmallestBatchSize));
        Assert.AreEqual(new HeInitialization(), resNet.Initialization);
        Assert.AreEqual(new HeInitialization(), r3.Initialization);
    }

    [TestMethod]
    public void Numbers_OutOfTheirRange_AreRefused()
    {
        foreach (var wrong in new[] { 0, -1 })
        {
            Refuses("LatentSize", () => _ = new ResNet { LatentSize = wrong });
            Refuses("GeneratorWidth", () => _ = new ResNet { GeneratorWidth = wrong });
            Refuses("DiscriminatorWidth", () => _ = new ResNet { DiscriminatorWidth = wrong });
            Refuses("SelfAttention", () => _ = new ResNet { SelfAttention = wrong });
            Refuses("LatentSize", () => _ = new R3 { LatentSize = wrong });
            Refuses("Width", () => _ = new R3 { Width = wrong });
            Refuses("Blocks", () => _ = new R3 { Blocks = wrong });
            Refuses("Expansion", () => _ = new R3 { Expansion = wrong });
            Refuses("GroupSize", () => _ = new R3 { GroupSize = wrong });
            Refuses("LabelSize", () => _ = new R3 { LabelSize = wrong });
            Refuses("LatentSize", () => _ = new Progressive { LatentSize = wrong });
            Refuses("Width", () => _ = new Progressive { Width = wrong });
            Refuses("LabelSize", () => _ = new Progressive { LabelSize = wrong });
            Refuses("FadeImages", () => _ = new Progressive { FadeImages = wrong });
            Refuses("StableImages", () => _ = new Progressive { StableImages = wrong });
            Refuses("BatchSize", () => _ = new Progressive { BatchSize = wrong });
            Refuses("SmallestBatchSize", () => _ = new Progressive { SmallestBatchSize = wrong });
        }

        Refuses("Doublings", () => _ = new ResNet { Doublings = -1 });
        Refuses("Doublings", () => _ = new R3 { Doublings = -1 });
        Refuses("Doublings", () => _ = new Progressive { Doublings = -1 });

        static void Refuses(string name, Action make)
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
            Assert.AreEqual(name, error.ParamName);
            Assert.Contains($"{name} must be ", error.Message);
        }
    }

    [TestMethod]
    public void Initialization_OfNull_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new ResNet { Initialization = null! });
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new R3 { Initialization = null! });
    }
}
