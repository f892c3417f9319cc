
namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class DivergenceMonitorTests
{
    private static readonly StepReport Sound = new(7, 1, 2, 3, 4, 5, 6);

    public static IEnumerable<object[]> Broken =>
        from number in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity]
        from report in (StepReport[])
        [
            Sound with { DiscriminatorLoss = number }, Sound with { GeneratorLoss = number },
            Sound with { DiscriminatorGradientNorm = number }, Sound with { GeneratorGradientNorm = number },
        ]
        select new object[] { report };

    [TestMethod]
    public void Observe_OfNumbers_SaysNothing() => Assert.IsNull(new DivergenceMonitor().Observe(Sound));

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public void Observe_OfWhatIsNoNumber_IsFatalAndSaysWhatToDo(StepReport report)
    {
        var finding = new DivergenceMonitor().Observe(report);

        Assert.IsNotNull(finding);
        Assert.IsTrue(finding.IsFatal);
        Assert.AreEqual(7, finding.Step);
        Assert.Contains("Lower the learning rates or add a gradient penalty.", finding.Message);
    }
}
