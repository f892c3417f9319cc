using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class DivergenceMonitorTests
{
    private static readonly DivergenceMonitor Monitor = new() { Factor = 50, Scale = 4 };

    public static IEnumerable<object[]> Broken =>
        from number in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity]
        let sound = Histories.Sound(7)
        from report in (StepReport[])
        [
            sound with { DiscriminatorLoss = number }, sound with { GeneratorLoss = number },
            sound with { DiscriminatorGradientNorm = number }, sound with { GeneratorGradientNorm = number },
            sound with { DiscriminatorWeightNorm = number }, sound with { GeneratorWeightNorm = number },
        ]
        select new object[] { report };

    public static IEnumerable<object[]> Changes =>
    [
        ["discriminator's loss", (StepReport report, double value) => report with { DiscriminatorLoss = -value }],
        ["generator's loss", (StepReport report, double value) => report with { GeneratorLoss = value }],
        ["mean real logit", (StepReport report, double value) => report with { MeanRealLogit = value }],
        ["mean generated logit", (StepReport report, double value) => report with { MeanFakeLogit = -value }],
        ["discriminator's gradient norm", (StepReport report, double value) => report with { DiscriminatorGradientNorm = value }],
        ["generator's gradient norm", (StepReport report, double value) => report with { GeneratorGradientNorm = value }],
        ["norm of the discriminator's weights", (StepReport report, double value) => report with { DiscriminatorWeightNorm = value }],
        ["norm of the generator's weights", (StepReport report, double value) => report with { GeneratorWeightNorm = value }],
    ];

    [TestMethod]
    public void Observe_OfNumbers_SaysNothing() => Assert.IsNull(Monitor.Asked(Histories.Of(Histories.Sound(7))));

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public void Observe_OfWhatIsNoNumber_IsFatalAndSaysWhatToDo(StepReport report)
    {
        var finding = Monitor.Asked(Histories.Of(report));

        Assert.IsNotNull(finding);
        Assert.IsTrue(finding.IsFatal);
        Assert.AreEqual((7, 7), (finding.Step, finding.Since));
        Assert.AreEqual("Lower the learning rates of GeneratorOptimizer and DiscriminatorOptimizer, or add an R1Penalty.", finding.Advice);
    }

    [TestMethod]
    [DynamicData(nameof(Changes))]
    public void Observe_OfAValueAboveAMultipleOfItsMedian_NamesIt(string name, Func<StepReport, double, StepReport> change)
    {
        // Twenty values of at most 10 (weights) or 1, then two above 50 times 1: norms of weights have a median of 10, so 501 is above.
        StepReport[] sound = [.. Enumerable.Range(1, 20).Select(i => Histories.Sound(i))];

        var finding = Monitor.Asked(Histories.Of([.. sound, change(Histories.Sound(21), 501), change(Histories.Sound(22), 501)]));

        Assert.IsNotNull(finding);
        Assert.IsFalse(finding.IsFatal);
        Assert.AreEqual((22, 21), (finding.Step, finding.Since));
        Assert.StartsWith($"The {name} is ", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_OfAValueAtTheMultiple_SaysNothing()
    {
        StepReport[] sound = [.. Enumerable.Range(1, 20).Select(i => Histories.Sound(i))];

        // The median of the losses is 1: 50 times that is 50.
        Assert.IsNull(Monitor.Asked(Histories.Of(
            [.. sound, Histories.Sound(21) with { GeneratorLoss = 50 }, Histories.Sound(22) with { GeneratorLoss = 50 }])));
        Assert.IsNotNull(Monitor.Asked(Histories.Of(
            [.. sound, Histories.Sound(21) with { GeneratorLoss = 50.1 }, Histories.Sound(22) with { GeneratorLoss = 50.1 }])));
    }

    [TestMethod]
    public void Observe_OfSamplesThatAreTooLarge_SaysSinceWhen()
    {
        var large = Histories.Samples with { Scale = 4.5 };

        var finding = Monitor.Asked(Histories.Compared(Histories.Samples, large, large, large));

        Assert.IsNotNull(finding);
        Assert.IsFalse(finding.IsFatal);
        Assert.AreEqual((400, 200), (finding.Step, finding.Since));
        Assert.Contains("4.5 times as large", finding.Message);
        Assert.IsNull(Monitor.Asked(Histories.Compared(Enumerable.Repeat(Histories.Samples with { Scale = 4 }, 9))));
    }
}
