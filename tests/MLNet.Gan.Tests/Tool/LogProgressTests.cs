using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tests.Tool;

[TestClass]
public sealed class LogProgressTests
{
    [TestMethod]
    public void Show_OfLongWork_SaysWhatIsLeftOnceAMinute()
    {
        var lines = Lines(1000, [(TimeSpan.FromSeconds(59), 99), (TimeSpan.FromSeconds(1), 100), (TimeSpan.FromSeconds(30), 150),
            (TimeSpan.FromSeconds(30), 200), (TimeSpan.FromHours(1), 300)]);

        // 100 in 1 min: 900 take 9 min; 200 in 2 min: 800 take 8; 300 in 62 min: 700 take 144.67.
        CollectionAssert.AreEqual(new[]
        {
            "real: 100 of 1000, about 9 min left", "real: 200 of 1000, about 8 min left", "real: 300 of 1000, about 2 h 24 min left",
        }, lines);
    }

    [TestMethod]
    public void Show_OfAnUnknownTotal_CountsOnly() => CollectionAssert.AreEqual(
        new[] { "real: 7" }, Lines(null, [(TimeSpan.FromMinutes(1), 7)]));

    private static string[] Lines(long? total, (TimeSpan Passed, long Done)[] steps)
    {
        var clock = new HandClock();
        using var log = new StringWriter();
        new LogProgress(log, clock).Show("real", total, report =>
        {
            foreach (var (passed, done) in steps)
            {
                clock.Now += passed;
                report(done);
            }
        });
        return $"{log}".Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
