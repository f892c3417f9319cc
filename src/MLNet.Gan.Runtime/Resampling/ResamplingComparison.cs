using System.Globalization;
using System.Text;

namespace MLNet.Gan;

/// <summary>A comparison of methods of resampling by repeated cross-validation inside the training rows.</summary>
public sealed record ResamplingComparison
{
    /// <summary>The name of the score, of which larger is better.</summary>
    public required string ScoreName { get; init; }

    /// <summary>The number of folds of a cross-validation.</summary>
    public required int Folds { get; init; }

    /// <summary>How often it was repeated.</summary>
    public required int Repeats { get; init; }

    /// <summary>The mean score of training on the rows as they are.</summary>
    public required double Unchanged { get; init; }

    /// <summary>The candidates, in their order.</summary>
    public required IReadOnlyList<ComparedResampling> Candidates { get; init; }

    /// <summary>
    /// The method of the largest mean among those whose whole interval lies above 0; <see cref="NoResampling"/> if there is none.
    /// </summary>
    public IResampling Chosen => Candidates.Where(candidate => candidate.Difference is { Low: > 0 })
        .MaxBy(candidate => candidate.Mean)?.Method ?? new NoResampling();

    /// <summary>What was chosen, and why, in a sentence.</summary>
    public string Summary
    {
        get
        {
            var scheme = $"{Folds}-fold cross-validation" + (Repeats > 1 ? $", {Repeats} times" : "");
            if (Candidates.FirstOrDefault(candidate => Equals(candidate.Method, Chosen)) is { Difference: not null } best)
                return string.Create(CultureInfo.InvariantCulture,
                    $"{Name(best.Method)} is used: the {ScoreName} is {best.Mean:0.000} instead of {Unchanged:0.000} without it, and the interval of the difference is {Interval(best)} ({scheme}).");
            var tried = Candidates.Where(candidate => candidate.Difference is not null).MaxBy(candidate => candidate.Mean);
            return tried is null
                ? $"The rows are used as they are: no candidate could be tried."
                : string.Create(CultureInfo.InvariantCulture,
                    $"The rows are used as they are, with {(ScoreName.StartsWith('a') ? "an" : "a")} {ScoreName} of {Unchanged:0.000}: no candidate is better beyond chance. The best one, {Name(tried.Method)}, has {tried.Mean:0.000}, and the interval of its difference is {Interval(tried)} ({scheme}).");
        }
    }

    /// <summary>The summary and a table of all candidates.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Summary).AppendLine().AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"| method | {ScoreName} | difference | interval |").AppendLine("|---|---|---|---|")
            .AppendLine(CultureInfo.InvariantCulture, $"| none | {Unchanged:0.000} | | |");
        foreach (var candidate in Candidates)
        {
            var row = candidate.Difference is null
                ? $"| {Name(candidate.Method)} | not tried: {candidate.Problem} | | |"
                : string.Create(CultureInfo.InvariantCulture,
                    $"| {Name(candidate.Method)} | {candidate.Mean:0.000} | {candidate.Mean - Unchanged:+0.000;−0.000;0.000} | {Interval(candidate)} |");
            text.AppendLine(row);
        }

        return text.ToString();
    }

    /// <summary>The name of a method: its record's text without the braces that hold nothing.</summary>
    internal static string Name(IResampling method) => $"{method}".Replace(" { }", "", StringComparison.Ordinal);

    private static string Interval(ComparedResampling candidate) => string.Create(CultureInfo.InvariantCulture,
        $"[{candidate.Difference!.Low:+0.000;−0.000;0.000}, {candidate.Difference.High:+0.000;−0.000;0.000}] at {100 * candidate.Difference.Level:0.#} %");
}
