using Microsoft.ML;
using MLNet.Gan.Benchmarks.Mixtures;

namespace MLNet.Gan.Tests.Benchmarks.Mixtures;

[TestClass]
public sealed class MixtureVariantsTests
{
    public static IEnumerable<object[]> Names =>
        MixtureVariants.All(steps: 2).Select(variant => new object[] { variant.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void All_Train(string name)
    {
        var context = new MLContext(seed: 1);
        var variant = MixtureVariants.All(steps: 2).Single(variant => variant.Name == name);

        using var model = context.Gan.Trainers.Gan(variant.Options).Fit(Mixture.Ring.View(context, 256, seed: 1));

        Assert.AreEqual(2, model.Run!.Steps);
    }
}
