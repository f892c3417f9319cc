using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>The defaults and the ranges of the records that make networks.</summary>
[TestClass]
public sealed class NetworkOptionTests
{
    [TestMethod]
    public void Defaults_AreTheDocumentedOnes()
    {
        var spec = Some.Spec(SampleShape.Vector(1));

        Assert.IsNull(spec.WeightParametrization);
        Assert.IsNull(spec.MinibatchFeature);
        Assert.IsEmpty(spec.Heads);
        Assert.AreEqual(new HeInitialization(), spec.Initialization);
        Assert.AreEqual(new UniformInitialization(), new Mlp().Initialization);
        Assert.AreEqual(new HeInitialization(), new Dcgan().Initialization);
        Assert.IsFalse(new Mlp().IsResidual);
        Assert.AreEqual((1, 1.0), (new SpectralNormalization().Iterations, new SpectralNormalization().Coefficient));
        Assert.AreEqual((16, 8), (new MinibatchDiscrimination().Kernels, new MinibatchDiscrimination().KernelSize));
        Assert.AreEqual(4, new MinibatchStandardDeviation().GroupSize);
        Assert.AreEqual(0.02, new NormalInitialization().Deviation);
    }

    [TestMethod]
    public void Numbers_OutOfTheirRange_AreRefused()
    {
        Refuses("Iterations", () => _ = new SpectralNormalization { Iterations = 0 });
        Refuses("Coefficient", () => _ = new SpectralNormalization { Coefficient = 0 });
        Refuses("Coefficient", () => _ = new SpectralNormalization { Coefficient = double.NaN });
        Refuses("Kernels", () => _ = new MinibatchDiscrimination { Kernels = 0 });
        Refuses("KernelSize", () => _ = new MinibatchDiscrimination { KernelSize = -1 });
        Refuses("GroupSize", () => _ = new MinibatchStandardDeviation { GroupSize = 0 });
        Refuses("Deviation", () => _ = new NormalInitialization { Deviation = 0 });

        static void Refuses(string name, Action make)
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
            Assert.AreEqual(name, error.ParamName);
            Assert.Contains($"{name} must be ", error.Message);
        }
    }

    [TestMethod]
    public void Null_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new Mlp { Initialization = null! });
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new Dcgan { Initialization = null! });
        Assert.ThrowsExactly<ArgumentNullException>(
            () => _ = Some.Spec(SampleShape.Vector(1)) with { Initialization = null! });
    }
}
