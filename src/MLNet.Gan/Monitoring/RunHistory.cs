namespace MLNet.Gan;

/// <summary>What monitors see of a run.</summary>
/// <param name="Reports">
/// The latest reports, at most <see cref="Longest"/>, of which the last one is new; after a rollback, those since then.
/// </param>
/// <param name="Scores">The scores of the averaged generator since then.</param>
public sealed record RunHistory(IReadOnlyList<StepReport> Reports, IReadOnlyList<StepScore> Scores)
{
    /// <summary>The largest number of reports in a history.</summary>
    public const int Longest = 400;

    private const int Earliest = 4;

    /// <summary>The first four reports, also of a history that has grown longer than <see cref="Longest"/>.</summary>
    public IReadOnlyList<StepReport> First { get; init => field = [.. Check.NotNull(value).Take(Earliest)]; } = [.. Reports.Take(Earliest)];

    /// <summary>The step of the last reaction, after which the history begins; 0 for the start of the run.</summary>
    public long Start { get; init; }

    /// <summary>The number of steps since then.</summary>
    public long Steps => Latest.Step - Start;

    /// <summary>The new report.</summary>
    public StepReport Latest => Reports[^1];

    /// <summary>The reports that compare generated samples with real ones.</summary>
    public IEnumerable<StepReport> Compared => Reports.Where(report => report.Samples is not null);

    /// <summary>
    /// The step of the first of the reports at the end that all fulfil a condition; null unless there are
    /// <paramref name="count"/> of them.
    /// </summary>
    /// <param name="reports">The reports, such as <see cref="Reports"/> or <see cref="Compared"/>.</param>
    /// <param name="count">The number of reports, at least 1.</param>
    /// <param name="condition">The condition.</param>
    public static long? Since(IEnumerable<StepReport> reports, int count, Func<StepReport, bool> condition)
    {
        var fulfilling = reports.Reverse().TakeWhile(condition).ToList();
        return fulfilling.Count >= count ? fulfilling[^1].Step : null;
    }

    /// <summary>The median; NaN of none.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }
}
