using Microsoft.ML;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class AutoResamplingWithGanTests
{
    [TestMethod]
    public void WithTabularGan_AddsACandidate()
    {
        var comparison = new AutoResampling { Folds = 3 };

        var withGan = comparison.WithTabularGan(Small.Options, Small.Run);

        Assert.AreEqual(3, withGan.Folds);
        CollectionAssert.AreEqual(comparison.Candidates.Append(Small.Table).ToArray(), withGan.Candidates.ToArray());
        Assert.AreEqual(new TabularGanResampling().Options.Width, ((TabularGanResampling)comparison.WithTabularGan().Candidates[^1]).Options.Width);
    }

    [TestMethod]
    public void Gan_IsTrainedOnTheTrainingRowsOfEachFold_AndNoOthers()
    {
        // Every row's identifier is a category that a GAN may generate, and the trainer knows all identifiers that it was given.
        var knowing = new Remembering();
        var gan = Small.Table with { Options = Small.Options with { Encoding = new() { Columns = [new() { Name = "Id", MaximumCategories = 132 }] } } };
        var options = new AugmentOptions
        {
            Method = new AutoResampling { Candidates = [gan], Score = new MinorityF1(), Folds = 3, Repeats = 1 }, InputColumnNames = ["Id", "Age"],
        };

        new MLContext(seed: 1).Gan.Augment(knowing, options).Fit(Patient.View(132), out var result);

        Assert.IsNull(result.Comparison!.Candidates.Single().Problem);
        Assert.AreEqual(132 * 2, knowing.Seen.Count);
        Assert.IsTrue(knowing.Seen.TrueForAll(seen => !seen), "A held-out row was learned by the GAN.");
    }
}
