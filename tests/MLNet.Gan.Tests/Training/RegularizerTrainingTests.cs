using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Every regularizer in a run. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class RegularizerTrainingTests
{
    public static IEnumerable<object[]> Regularizers => Implementations.Of<IRegularizer>();

    [TestMethod]
    [DynamicData(nameof(Regularizers))]
    public void Run_WithEachRegularizer_DiffersFromTheRunWithout(IRegularizer regularizer)
    {
        var classes = (regularizer.NeedsIn(Player.Discriminator) | regularizer.NeedsIn(Player.Generator)).HasFlag(Needs.Classes) ? 2 : 0;
        var options = Some.Options with { LabelColumnName = classes > 0 ? "Label" : null };

        var without = Losses(options with { Regularizers = [] }, classes);
        var with = Losses(options with { Regularizers = [regularizer] }, classes);

        Assert.HasCount(without.Length, with);
        Assert.IsTrue(with.All(double.IsFinite), $"{regularizer} makes a loss that is not finite.");
        Assert.AreNotEqual(without[0], with[0], $"{regularizer} adds nothing.");
    }

    /// <summary>The sum of both players' losses at each report.</summary>
    private static double[] Losses(GanOptions options, int classes)
    {
        double[] losses = [];
        Trained.Run(
            options,
            gan => losses = [.. gan.Run.Reports.Select(report => report.DiscriminatorLoss + report.GeneratorLoss)],
            Some.Points(classes: classes));
        return losses;
    }
}
