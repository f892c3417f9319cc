namespace MLNet.Gan.Tests.Runs;

[TestClass]
public sealed class TrainingProgressTextTests
{
    [TestMethod]
    [DataRow(0, "00:00:00")]
    [DataRow(3_723, "01:02:03")]
    [DataRow(108_001, "30:00:01", DisplayName = "more than a day")]
    public void Of_Time_CountsAllHours(int seconds, string expected) =>
        Assert.AreEqual(expected, TrainingProgress.Text(TimeSpan.FromSeconds(seconds)));
}
