namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A setting and a seed, trained with monitors alone and with reactions.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Watched">The run with monitors alone, whose last average is what a run without a guard gives.</param>
/// <param name="Protected">The run with reactions.</param>
/// <param name="Grace">The step by which healthy runs on these data are good: no failure begins before.</param>
internal sealed record StabilityPair(StabilitySetting Setting, int Seed, StabilityRun Watched, StabilityRun Protected, long Grace)
{
    private const int Lasting = 3, Within = 500;
    private const double Worse = 1.5;

    /// <summary>
    /// The step from which on three samples in a row are bad, where the last ones are, too, or where the run ended early; null for
    /// a run that does not fail.
    /// </summary>
    public long? Onset
    {
        get
        {
            if (Setting.CausedAt is { } caused && Watched.Failure is not null)
                return caused;
            var oracle = Watched.Oracle.Where(point => point.Step >= Grace).ToList();
            var bad = oracle.Select(point => IsBad(point)).ToList();
            var last = Watched.Failure is not null || (bad.Count > 0 && bad.TakeLast(Lasting).Count(is_ => is_) * 2 > Math.Min(Lasting, bad.Count));
            if (!last)
                return null;
            var first = Enumerable.Range(0, bad.Count).FirstOrDefault(i => bad.Skip(i).Take(Lasting).All(is_ => is_), -1);
            return first >= 0 ? oracle[first].Step : Watched.Run.Steps;
        }
    }

    /// <summary>The first finding of the watched run.</summary>
    public Finding? First => Watched.Run.Findings is [var first, ..] ? first : null;

    /// <summary>Whether there is a finding at most 500 steps after the onset.</summary>
    public bool IsDetected => First?.Step <= Onset + Within;

    /// <summary>Whether one of the findings until then names the kind rightly.</summary>
    public bool IsNamed => Watched.Run.Findings.Any(finding => finding.Step <= Onset + Within && Setting.Kinds.Contains(finding.Kind));

    /// <summary>The distance of the last average of the watched run; infinite where it failed.</summary>
    public double Off => Watched.Failure is not null || Watched.Oracle is [] ? double.PositiveInfinity : Watched.Oracle[^1].Value;

    /// <summary>The best distance at a scored step, and that of the returned one; null where nothing was scored.</summary>
    public (double Best, double Returned)? Choice(StabilityRun run)
    {
        var scored = run.Oracle.Where(point => run.Run.Scores.Any(score => score.Step == point.Step)).ToList();
        return scored.Count == 0 || scored.FirstOrDefault(point => point.Step == run.Run.ReturnedStep) is not { } returned ? null
            : (scored.Min(point => point.Value), returned.Value);
    }

    /// <summary>The distance of what the watched run returned; infinite where it returned nothing.</summary>
    public double Returned => Choice(Watched) is { } choice ? choice.Returned : double.PositiveInfinity;

    /// <summary>The distance of what the protected run returned; infinite where it returned nothing.</summary>
    public double Guarded => Choice(Protected) is { } choice ? choice.Returned : double.PositiveInfinity;

    private bool IsBad(StepScore point)
    {
        var best = Watched.Oracle.Where(earlier => earlier.Step < point.Step).Select(earlier => earlier.Value).DefaultIfEmpty(double.PositiveInfinity).Min();
        return point.Value >= Setting.Data.Limit || point.Value >= Worse * best + 0.1 * Setting.Data.Limit;
    }
}
