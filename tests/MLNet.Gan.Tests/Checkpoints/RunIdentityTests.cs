namespace MLNet.Gan.Tests.Checkpoints;

[TestClass]
public sealed class RunIdentityTests
{
    private static readonly RunIdentity Before = new("BatchSize = 64\nLoss = HingeLoss { Margin = 1 }", "9 rows", "");

    [TestMethod]
    public void DifferencesFrom_AnEqualRun_AreNone() => Assert.IsEmpty((Before with { }).DifferencesFrom(Before));

    [TestMethod]
    public void DifferencesFrom_ARunThatIsNotScored_NameScoringAlone()
    {
        var scored = Before with { Options = $"{Before.Options}\nScoring.Interval = 500\nScoring.Samples = 1000" };
        var unscored = Before with { Options = $"{Before.Options}\nScoring = none, since there are fewer than 1000 steps" };

        Assert.AreEqual(
            "Scoring was none, since there are fewer than 1000 steps, and is on", Assert.ContainsSingle(scored.DifferencesFrom(unscored)));
        Assert.AreEqual(
            "Scoring.Samples was 1000, and is 10",
            Assert.ContainsSingle((scored with { Options = scored.Options.Replace("Samples = 1000", "Samples = 10") }).DifferencesFrom(scored)));
    }

    [TestMethod]
    public void DifferencesFrom_AnotherRun_AreEachNamedWithBothValues()
    {
        var now = new RunIdentity("BatchSize = 32\nLoss = HingeLoss { Margin = 1 }\nNew = 1", "8 rows", "0123456789");

        CollectionAssert.AreEqual(
            new[]
            {
                "BatchSize was 64, and is 32", "New was unknown, and is 1", "the data were 9 rows, and are 8 rows",
                "it began with new networks, and this run would with the networks of checkpoint 01234567",
            },
            now.DifferencesFrom(Before).ToArray());
    }
}
