using System.Globalization;

namespace MLNet.Gan.Tool.Progress;

/// <summary>Writes a line of progress a minute, with the remaining time, for logs; none for work of less than a minute.</summary>
/// <param name="log">Where to write.</param>
/// <param name="clock">The clock.</param>
internal sealed class LogProgress(TextWriter log, TimeProvider clock) : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public void Show(string title, long? total, Action<Action<long>> work)
    {
        var start = clock.GetTimestamp();
        var next = Interval;
        work(done =>
        {
            if (clock.GetElapsedTime(start) is var elapsed && elapsed < next)
                return;
            next = elapsed + Interval;
            log.WriteLine(total is > 0 && done > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{title}: {done} of {total}, about {Text(elapsed * ((double)(total - done) / done))} left")
                : $"{title}: {done}");
        });
    }

    private static string Text(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes)} min");
}
