using MLNet.Gan.Benchmarks.Mixtures;

namespace MLNet.Gan.Tests.Benchmarks.Mixtures;

[TestClass]
public sealed class MixtureTests
{
    [TestMethod]
    public void Points_OfEitherMixture_AreJudgedPerfect()
    {
        foreach (var mixture in Mixture.All)
        {
            var coverage = mixture.Coverage(mixture.Points(20_000, seed: 1));

            // A disc of 3σ holds 1 − e^(−9/2) = 98.89 % of a round Gaussian; four standard errors of 20 000 are 0.3 %.
            Assert.AreEqual(mixture.Centers.Count, coverage.CapturedModes);
            Assert.AreEqual(0.9889, coverage.HighQualityShare, 0.003);
            Assert.AreEqual(0.0003, coverage.ReverseKullbackLeibler, 0.0009);
        }
    }

    [TestMethod]
    public void All_HaveTheModesOfTheProtocol()
    {
        Assert.AreEqual((8, 25), (Mixture.Ring.Centers.Count, Mixture.Grid.Centers.Count));
        foreach (var center in Mixture.Ring.Centers)
            Assert.AreEqual(1, Math.Sqrt(center[0] * center[0] + center[1] * center[1]), 1e-6);
        CollectionAssert.AreEqual(new[] { -4f, -2 }, Mixture.Grid.Centers[1]);
    }
}
