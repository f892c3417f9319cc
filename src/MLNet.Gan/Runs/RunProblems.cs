namespace MLNet.Gan;

/// <summary>Finds incompatible choices in how a run is carried out.</summary>
internal static class RunProblems
{
    /// <summary>The problems, each a sentence; empty for none.</summary>
    public static IEnumerable<string> Of(RunOptions run)
    {
        if (run.Guard.NeedsBest && run.Scoring is null)
            yield return $"The {nameof(RunOptions.Guard)} has reactions that go back to the best score, but "
                + $"{nameof(RunOptions.Scoring)} is null. Set it, or use reactions that do not roll back or end the run.";
        foreach (var monitor in run.Guard.Monitors)
        {
            if (monitor.Reactions.Count > 0 && monitor.Reactions.All(reaction => reaction is RollBack))
                yield return $"The reactions of {monitor.GetType().Name} are {nameof(RollBack)} alone, with which the same settings would "
                    + $"fail again. Add a change, such as {nameof(LowerLearningRates)}.";
        }
    }
}
