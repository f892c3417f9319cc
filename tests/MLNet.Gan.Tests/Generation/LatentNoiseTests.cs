
namespace MLNet.Gan.Tests.Generation;

[TestClass]
public sealed class LatentNoiseTests
{
    private const int Count = 50_000, Size = 5;

    [TestMethod]
    public void Fill_IsAFunctionOfSeedAndId()
    {
        var latent = Latent(3, 10, 20);

        Latent(99, 1, 2);
        CollectionAssert.AreEqual(latent, Latent(3, 10, 20));
    }

    [TestMethod]
    public void Fill_DiffersBySeedAndEitherHalfOfTheId()
    {
        float[][] latents =
        [
            Latent(0, 0, 0), Latent(1, 0, 0), Latent(-1, 0, 0), Latent(0, 1, 0), Latent(0, 0, 1), Latent(0, ulong.MaxValue, 0),
            Latent(0, 1, 1), Latent(1, 1, 0),
        ];

        Assert.HasCount(latents.Length, latents.Select(latent => string.Join(' ', latent)).Distinct().ToList());
    }

    [TestMethod]
    public void Fill_OfALongerLatent_BeginsAlike() =>
        CollectionAssert.AreEqual(Latent(3, 10, 20, size: 4), Latent(3, 10, 20, size: 9)[..4]);

    /// <summary>Standard errors with n = 50 000: of a mean 1/√n = 0.0045, of a variance √(2/n) = 0.0063; five of them are allowed.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(-7)]
    [DataRow(int.MaxValue)]
    [DataRow(0, true)]
    [DataRow(-7, true)]
    public void Fill_OfManyRows_IsStandardNormalAndUncorrelated(int seed, bool isQuick = false)
    {
        var latents = Enumerable.Range(0, Count).Select(row => isQuick ? Quick(seed, (ulong)row, Size) : Latent(seed, (ulong)row, 0)).ToArray();

        for (var i = 0; i < Size; i++)
        {
            Assert.AreEqual(0, latents.Average(latent => latent[i]), 0.0224, "mean");
            Assert.AreEqual(1, latents.Average(latent => latent[i] * latent[i]), 0.0316, "variance");
            Assert.AreEqual(3, latents.Average(latent => Math.Pow(latent[i], 4)), 0.22, "fourth moment"); // error √(96/n)
            for (var j = 0; j < i; j++)
                Assert.AreEqual(0, latents.Average(latent => latent[i] * latent[j]), 0.0224, "between numbers");
            Assert.AreEqual(0, Enumerable.Range(1, Count - 1).Average(row => latents[row][i] * latents[row - 1][i]), 0.0224, "between rows");
        }
    }

    [TestMethod]
    public void Fill_OfEqualRowsOfTwoSeeds_IsUncorrelated() => Assert.AreEqual(
        0, Enumerable.Range(0, Count).Average(row => Latent(1, (ulong)row, 0)[0] * Latent(2, (ulong)row, 0)[0]), 0.0224);

    [TestMethod]
    public void FillQuickly_OfALongLatent_IsStandardNormalInEveryPart()
    {
        // Of 100 000 numbers, in groups of 256: standard errors of mean, variance and share beyond 2 are 0.0032, 0.0045 and 0.0007.
        var latent = Quick(seed: 3, row: 5, size: 100_001);

        CollectionAssert.AreEqual(latent, Quick(seed: 3, row: 5, size: 100_001));
        Assert.AreEqual(0, latent.Average(), 0.016);
        Assert.AreEqual(1, latent.Average(value => value * value), 0.0225);
        Assert.AreEqual(0.0455, latent.Count(value => Math.Abs(value) > 2) / 100_001.0, 0.0035);
        Assert.AreEqual(0, Enumerable.Range(0, 99_000).Average(i => latent[i] * latent[i + 128]), 0.016, "of a pair");
        Assert.AreNotEqual(0, latent[^1]);
    }

    private static float[] Quick(int seed, ulong row, int size)
    {
        var latent = new float[size];
        LatentNoise.FillQuickly(latent, seed, row, 0);
        return latent;
    }

    private static float[] Latent(int seed, ulong low, ulong high, int size = Size)
    {
        var latent = new float[size];
        LatentNoise.Fill(latent, seed, low, high);
        return latent;
    }
}
