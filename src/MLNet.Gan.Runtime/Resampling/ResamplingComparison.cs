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

    /// <summary>What was chosen, and why, in a sentence or two.</summary>
    public string Summary
    {
        get
        {
            if (Candidates.FirstOrDefault(candidate => Equals(candidate.Method, Chosen)) is { Difference: not null } best)
                return Text($"{NameOf(best)} is used: the {ScoreName} is {best.Mean:0.000} instead of {Unchanged:0.000} without it, and the interval of the difference is {Interval(best)} ({Scheme}).");
            return Candidates.Where(candidate => candidate.Difference is not null).MaxBy(candidate => candidate.Mean) is { } tried
                ? Text($"The rows are used as they are: no candidate is better than their {ScoreName} of {Unchanged:0.000} beyond chance. The best one, {NameOf(tried)}, has {tried.Mean:0.000}, and the interval of the difference is {Interval(tried)} ({Scheme}).")
                : "The rows are used as they are: no candidate could be tried.";
        }
    }

    /// <summary>A table of all candidates, in Markdown.</summary>
    public string Table
    {
        get
        {
            var text = new StringBuilder(Text($"| method | {ScoreName} | difference | interval |\n|---|---|---|---|\n| none | {Unchanged:0.000} | | |\n"));
            foreach (var candidate in Candidates)
            {
                text.Append(candidate.Difference is null
                    ? $"| {NameOf(candidate)} | not tried: {candidate.Problem?.ReplaceLineEndings(" ")} | | |\n"
                    : Text($"| {NameOf(candidate)} | {candidate.Mean:0.000} | {candidate.Mean - Unchanged:+0.000;−0.000;0.000} | {Interval(candidate)} |\n"));
            }

            return text.ToString();
        }
    }

    /// <summary>The summary and the table.</summary>
    public override string ToString() => $"{Summary}\n\n{Table}";

    /// <summary>How it was compared.</summary>
    internal string Scheme => $"{Folds}-fold cross-validation" + (Repeats > 1 ? $", {Repeats} times" : "");

    /// <summary>The name of a method's type, with its settings where several candidates are of that type.</summary>
    internal string NameOf(ComparedResampling candidate) =>
        Candidates.Count(other => other.Method.GetType() == candidate.Method.GetType()) > 1 ? $"{candidate.Method}" : candidate.Method.GetType().Name;

    private static string Interval(ComparedResampling candidate) => Text(
        $"[{candidate.Difference!.Low:+0.000;−0.000;0.000}, {candidate.Difference.High:+0.000;−0.000;0.000}] at {100 * candidate.Difference.Level:0.#} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
