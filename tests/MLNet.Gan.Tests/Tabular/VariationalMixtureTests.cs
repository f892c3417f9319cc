using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>Mixtures are those of scikit-learn (mixtures.py).</summary>
[TestClass]
public sealed class VariationalMixtureTests
{
    public static IEnumerable<TestDataRow<Case>> Cases => JsonSerializer.Deserialize<Document>(
        File.ReadAllText(Path.Combine(Folder(), "mixtures.json")), JsonSerializerOptions.Web)!.Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Fit_FromTheSameStart_IsThatOfScikitLearn(Case data)
    {
        var mixture = VariationalMixture.Fit(Values(data), data.Weights.Length);

        Assert.AreEqual(data.Bound, mixture.LowerBound, 1e-6 * Math.Abs(data.Bound));
        Assert.HasCount(data.Weights.Length, mixture.Components);
        foreach (var (k, component) in mixture.Components.Index())
        {
            Assert.AreEqual(data.Weights[k], component.Weight, 1e-6, $"weight {k}");
            Assert.AreEqual(data.Means[k], component.Mean, 1e-6, $"mean {k}");
            Assert.AreEqual(data.Deviations[k], component.Deviation, 1e-6, $"deviation {k}");
        }
    }

    [TestMethod]
    public void Best_OfANormalDistribution_IsOneComponent()
    {
        // Quantiles of the standard normal distribution.
        double[] values = [.. Enumerable.Range(0, 3000).Select(i => NormalQuantile.Of((i + 0.5) / 3000))];

        var component = VariationalMixture.Best(values, 10).Components.Single(component => component.Weight > 0.005);

        Assert.AreEqual(0, component.Mean, 1e-6);
        Assert.AreEqual(1, component.Deviation, 2e-3);
    }

    [TestMethod]
    public void ComparableBound_OfComponentsWithoutData_DoesNotChange()
    {
        // 15 values of one group: all components but the first die out, and their terms become those of the prior. What remains are
        // the sticks' weights, of which each component's beta distribution has one more factor.
        double[] values = [.. Enumerable.Range(0, 15).Select(i => NormalQuantile.Of((i + 0.5) / 15))];

        var (one, ten) = (VariationalMixture.Fit(values, 1), VariationalMixture.Fit(values, 10));

        Assert.AreEqual(one.ComparableBound, ten.ComparableBound, 0.01);
        Assert.IsTrue(Math.Abs(one.LowerBound - ten.LowerBound) > 10);
    }

    [TestMethod]
    [DataRow(0.5, 0.572364942924700087, -1.96351002602142348)] // Γ(1/2) = √π, ψ(1/2) = −γ − 2 ln 2.
    [DataRow(1, 0, -0.577215664901532861)]
    [DataRow(3, 0.693147180559945309, 0.922784335098467139)] // Γ(3) = 2, ψ(3) = 3/2 − γ.
    [DataRow(101, 363.739375555563490, 4.610161852738088)] // Γ(101) = 100!, ψ(101) = H₁₀₀ − γ.
    public void GammaFunctions_AreThoseOfTables(double x, double logGamma, double digamma)
    {
        Assert.AreEqual(logGamma, GammaFunctions.LogGamma(x), 1e-13 * Math.Max(1, logGamma));
        Assert.AreEqual(digamma, GammaFunctions.Digamma(x), 1e-13 * 5);
    }

    private static double[] Values(Case data)
    {
        List<double> values = [];
        foreach (var part in data.Parts)
        {
            for (var i = 1; i <= part[0]; i++)
            {
                var share = i * 0.6180339887498949 % 1.0;
                values.Add(part[1] + part[2] * Math.Log(share / (1 - share)));
            }
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Order().Select(value => Math.Round((value - mean) / deviation, 9))];
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public sealed record Case(string Name, double[][] Parts, double Bound, double[] Weights, double[] Means, double[] Deviations);

    private sealed record Document(Case[] Cases);
}
