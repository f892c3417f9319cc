using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Reporting;

/// <summary>The runs of one variant on one set of data, as a row of a table tells of them.</summary>
internal sealed class RunResults(IReadOnlyList<JobResult> results)
{
    private readonly IReadOnlyList<Outcome> _scored =
        [.. results.Select(result => result.Outcome).Where(outcome => outcome.Failure is null)];

    /// <summary>The outcomes that have scores.</summary>
    public IReadOnlyList<Outcome> Scored => _scored;

    /// <summary>How many runs there are, and how many have no scores: <c>10</c>, or <c>10, 2 failed</c>.</summary>
    public string Count => _scored.Count == results.Count
        ? $"{results.Count}"
        : $"{results.Count}, {results.Count - _scored.Count} failed";

    /// <summary>The score of all runs that have it.</summary>
    /// <param name="score">Its name.</param>
    /// <param name="format">The format of mean and standard error.</param>
    /// <param name="factor">What it is multiplied with, such as 100 for per cent.</param>
    public string Text(string score, string format, double factor = 1) =>
        Of(outcome => factor * outcome.Scores[score]).ToText(format);

    /// <summary>The same of anything that an outcome tells.</summary>
    public Statistic Of(Func<Outcome, double> value) => Statistic.Of(_scored.Select(value));

    /// <summary>Some samples of the first seed that has any.</summary>
    public IReadOnlyList<float[]> Samples => _scored.Count > 0 ? _scored[0].Samples : [];
}
