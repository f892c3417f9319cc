namespace MLNet.Gan.Tests.Runs;

[TestClass]
public sealed class TrainingProgressTests
{
    private static readonly StepReport Report = new(5, 1, 1, 1, 1, 1, 1);

    [TestMethod]
    public void Pace_IsTheMeanSoFar()
    {
        var progress = new TrainingProgress(Step: 5, Steps: 20, Elapsed: TimeSpan.FromSeconds(2), Report);

        Assert.AreEqual(2.5, progress.StepsPerSecond, 1e-12);
        Assert.AreEqual(TimeSpan.FromSeconds(6), progress.Remaining); // 15 steps at 2.5 a second
    }

    [TestMethod]
    public void Pace_BeforeAnythingIsKnown_IsZero()
    {
        Assert.AreEqual(0, new TrainingProgress(5, 20, TimeSpan.Zero, Report).StepsPerSecond);
        Assert.AreEqual(TimeSpan.Zero, new TrainingProgress(0, 20, TimeSpan.FromSeconds(2), Report).Remaining);
    }

    [TestMethod]
    public void Remaining_AtTheEnd_IsZero() =>
        Assert.AreEqual(TimeSpan.Zero, new TrainingProgress(20, 20, TimeSpan.FromSeconds(2), Report).Remaining);
}
