using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class VanishingGradientMonitorTests
{
    private static readonly VanishingGradientMonitor Monitor = new() { Accuracy = 0.9, ShareOfNorm = 0.1, LogitGap = 5, Reports = 3 };

    // The largest gradient norm of the first reports is 1.
    [TestMethod]
    [DataRow(0.9, 0.099, 0.5, -0.5, true, DisplayName = "gradient below a tenth")]
    [DataRow(0.9, 0.1, 0.5, -0.5, false, DisplayName = "gradient at a tenth")]
    [DataRow(0.89, 0.01, 9, -9, false, DisplayName = "accuracy below")]
    [DataRow(0.9, 1, 3, -2.1, true, DisplayName = "logits farther apart than 5")]
    [DataRow(0.9, 1, 3, -2, false, DisplayName = "logits 5 apart")]
    public void Observe_OfAWinningDiscriminator_SaysSinceWhen(double accuracy, double norm, double real, double generated, bool isFound)
    {
        var finding = Monitor.Asked(Histories.Reports(8, report => report.Step <= 500 ? report : report with
        {
            Accuracy = accuracy,
            GeneratorGradientNorm = norm,
            MeanRealLogit = real,
            MeanFakeLogit = generated,
        }));

        Assert.AreEqual(isFound, finding is not null);
        if (finding is null)
            return;
        Assert.AreEqual((800, 600, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.StartsWith("The discriminator wins: its accuracy is 90", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_OfTooFewReports_SaysNothing() => Assert.IsNull(Monitor.Asked(
        Histories.Reports(8, report => report.Step <= 600 ? report : report with { Accuracy = 1, GeneratorGradientNorm = 0 })));

    [TestMethod]
    public void Observe_WithTheDefaults_FindsADiscriminatorThatIsAlwaysRight()
    {
        // A run from the field: an accuracy of 1 and a loss of 1.2e-5 until its end.
        var history = Histories.Reports(10, report => report with
        {
            DiscriminatorLoss = 1.2e-5,
            Accuracy = 1,
            MeanRealLogit = 12,
            MeanFakeLogit = -12,
        });

        Assert.AreEqual((1000, 100L), (new VanishingGradientMonitor().Asked(history)?.Step, new VanishingGradientMonitor().Asked(history)?.Since));
    }

    [TestMethod]
    public void Observe_OfALongRun_ComparesWithItsFirstReports()
    {
        // The norm was 1 for four reports, and is a thousandth in all that a long history still has.
        var late = Histories.Reports(RunHistory.Longest, report => report with { Accuracy = 1, GeneratorGradientNorm = 1e-3 });

        Assert.IsNull(new VanishingGradientMonitor().Asked(late));
        Assert.IsNotNull(new VanishingGradientMonitor().Asked(late with { First = Histories.Reports(4, report => report).Reports }));
    }
}
