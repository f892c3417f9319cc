namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>The defaults and the ranges of the larger architectures.</summary>
[TestClass]
public sealed class ArchitectureOptionTests
{
    [TestMethod]
    public void Defaults_AreTheDocumentedOnes()
    {
        var (resNet, r3, progressive) = (new SnganResNet(), new R3Gan(), new ProgressiveGan());

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
            Refuses("LatentSize", () => _ = new SnganResNet { LatentSize = wrong });
            Refuses("GeneratorWidth", () => _ = new SnganResNet { GeneratorWidth = wrong });
            Refuses("DiscriminatorWidth", () => _ = new SnganResNet { DiscriminatorWidth = wrong });
            Refuses("SelfAttention", () => _ = new SnganResNet { SelfAttention = wrong });
            Refuses("LatentSize", () => _ = new R3Gan { LatentSize = wrong });
            Refuses("Width", () => _ = new R3Gan { Width = wrong });
            Refuses("Blocks", () => _ = new R3Gan { Blocks = wrong });
            Refuses("Expansion", () => _ = new R3Gan { Expansion = wrong });
            Refuses("GroupSize", () => _ = new R3Gan { GroupSize = wrong });
            Refuses("LabelSize", () => _ = new R3Gan { LabelSize = wrong });
            Refuses("LatentSize", () => _ = new ProgressiveGan { LatentSize = wrong });
            Refuses("Width", () => _ = new ProgressiveGan { Width = wrong });
            Refuses("LabelSize", () => _ = new ProgressiveGan { LabelSize = wrong });
            Refuses("FadeImages", () => _ = new ProgressiveGan { FadeImages = wrong });
            Refuses("StableImages", () => _ = new ProgressiveGan { StableImages = wrong });
            Refuses("BatchSize", () => _ = new ProgressiveGan { BatchSize = wrong });
            Refuses("SmallestBatchSize", () => _ = new ProgressiveGan { SmallestBatchSize = wrong });
        }

        Refuses("Doublings", () => _ = new SnganResNet { Doublings = -1 });
        Refuses("Doublings", () => _ = new R3Gan { Doublings = -1 });
        Refuses("Doublings", () => _ = new ProgressiveGan { Doublings = -1 });

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
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new SnganResNet { Initialization = null! });
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new R3Gan { Initialization = null! });
    }
}
