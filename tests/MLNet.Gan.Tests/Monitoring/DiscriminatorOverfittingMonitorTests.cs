using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class DiscriminatorOverfittingMonitorTests
{
    private static readonly DiscriminatorOverfittingMonitor Monitor = new() { Ratio = 0.5, Accuracy = 0.8, Comparisons = 2 };

    // (1 − held out) / (1 − (−1)): 0.55 and 0.5.
    [TestMethod]
    [DataRow(0.9, -0.1, true, DisplayName = "ratio above")]
    [DataRow(0.9, 0.0, false, DisplayName = "ratio at the threshold")]
    [DataRow(0.79, -0.9, false, DisplayName = "accuracy below")]
    public void Observe_OfHeldOutRowsThatLookGenerated_SaysSinceWhen(double accuracy, double heldOut, bool isFound)
    {
        var finding = Monitor.Asked(History(accuracy, heldOut));

        Assert.AreEqual(isFound, finding is not null);
        if (finding is null)
            return;
        Assert.AreEqual((300, 200, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.Contains("1 for real samples of the training, -0.1 for held-out ones and -1 for generated ones", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_WithoutHeldOutRows_SaysNothing() => Assert.IsNull(Monitor.Asked(History(1, null)));

    private static RunHistory History(double accuracy, double? heldOut) => Histories.Reports(3, report => report with
    {
        Accuracy = accuracy,
        Samples = report.Step == 100 ? Histories.Samples
            : Histories.Samples with { TrainingLogit = 1, GeneratedLogit = -1, HeldOutLogit = heldOut },
    });
}
