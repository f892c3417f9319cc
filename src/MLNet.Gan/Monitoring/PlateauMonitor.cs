using System.Globalization;

namespace MLNet.Gan;

/// <summary>Finds a run that has not become better for some scorings: more steps will not help.</summary>
/// <remarks>
/// It is not among the monitors of <see cref="Guard.Watch"/>, since a run that has converged is no failure; to end such a run, use
/// <see cref="ScoringOptions.Patience"/>.
/// </remarks>
public sealed record PlateauMonitor : IMonitor
{
    /// <summary>The number of scorings without a new best, at least 1; default 10.</summary>
    public int Scorings { get; init => field = Check.Positive(value); } = 10;

    /// <summary>Whether a higher score is better, as of precision and recall; default false, as of distances.</summary>
    public bool HigherIsBetter { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        StepScore[] finite = [.. history.Scores.Where(score => double.IsFinite(score.Value))];
        if (finite.Length == 0)
            return null;
        var best = HigherIsBetter ? finite.MaxBy(score => score.Value)! : finite.MinBy(score => score.Value)!;
        var since = history.Scores.Count(score => score.Step > best.Step);
        return since < Scorings ? null
            : new(history.Latest.Step, string.Create(CultureInfo.InvariantCulture,
                $"The score has not become better than {best.Value:G4}, that of step {best.Step}, for {since} scorings."))
            {
                Since = best.Step,
                Advice = $"Let the learning rates fall by a {nameof(Schedule)}, or end the run with {nameof(ScoringOptions)}.{nameof(ScoringOptions.Patience)}.",
            };
    }
}
