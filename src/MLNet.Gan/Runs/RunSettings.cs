namespace MLNet.Gan;

/// <summary>The text of how a run is scored and monitored, a line each.</summary>
internal static class RunSettings
{
    /// <summary>All of it, for a report.</summary>
    public static string Of(RunOptions run, GanOptions options) =>
        $"{Scoring(run, options)}\n{Guard(run.Guard, run.Guard.Monitors)}";

    /// <summary>
    /// What of it decides what is computed: the scoring, by the rows that are held out of the training, and monitors that react.
    /// </summary>
    public static string ThatDecide(RunOptions run, GanOptions options) => run.Guard.Reacts
        ? $"{Scoring(run, options)}\n{Guard(run.Guard, run.Guard.Monitors.Where(monitor => monitor.Reactions.Count > 0))}"
        : $"{Scoring(run, options)}\n{nameof(RunOptions.Guard)} = none that reacts";

    private static string Scoring(RunOptions run, GanOptions options) =>
        run.Scoring is not { } scoring ? "Scoring = none"
            : !scoring.Scores(options) ? $"Scoring = none, since there are fewer than {2 * scoring.Steps} steps"
            : string.Join('\n', OptionsText.Values(scoring).Select(option => $"Scoring.{option.Name} = {option.Value}"));

    private static string Guard(Guard guard, IEnumerable<IMonitor> monitors)
    {
        string[] lines =
        [
            $"Guard.{nameof(guard.Interval)} = {guard.Interval}", $"Guard.{nameof(guard.MaximumReactions)} = {guard.MaximumReactions}",
            .. monitors.Select((monitor, i) => $"Guard.{i}.{monitor.GetType().Name} = "
                + string.Join(", ", OptionsText.Values(monitor).Select(option => $"{option.Name} {option.Value}"))),
        ];
        return string.Join('\n', lines);
    }
}
