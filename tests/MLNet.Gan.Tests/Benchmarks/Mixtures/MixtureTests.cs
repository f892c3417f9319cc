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
            var coverage = mixture.Judge(mixture.Points(20_000, seed: 1));

            // A disc of 3σ holds 1 − e^(−9/2) = 98.89 % of a round Gaussian; four standard errors of 20 000 are 0.3 %.
            Assert.AreEqual(mixture.Centres.Count, coverage.CapturedModes);
            Assert.AreEqual(0.9889, coverage.HighQualityShare, 0.003);
            Assert.AreEqual(0.0003, coverage.ReverseKullbackLeibler, 0.0009);
        }
    }

    [TestMethod]
    public void All_HaveTheModesOfTheProtocol()
    {
        Assert.AreEqual((8, 25), (Mixture.Ring.Centres.Count, Mixture.Grid.Centres.Count));
        foreach (var centre in Mixture.Ring.Centres)
            Assert.AreEqual(1, Math.Sqrt(centre[0] * centre[0] + centre[1] * centre[1]), 1e-6);
        CollectionAssert.AreEqual(new[] { -4f, -2 }, Mixture.Grid.Centres[1]);
    }
}
