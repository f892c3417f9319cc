using MLNet.Gan.Benchmarks.Reporting;

namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>What the default preset is to reach on a mixture in the mean, and all modes in each seed.</summary>
internal sealed record MixtureGoal(Mixture Mixture, double HighQuality, double Divergence)
{
    public static IReadOnlyList<MixtureGoal> All { get; } =
    [
        new(Mixture.Ring, HighQuality: 0.965, Divergence: 0.01),
        new(Mixture.Grid, HighQuality: 0.955, Divergence: 0.03),
    ];

    /// <summary>Whether every seed has a run with scores, and they are good enough.</summary>
    public bool IsMet(RunResults runs, int seeds) =>
        CoveringSeeds(runs) == seeds
        && runs.Of(outcome => outcome.Scores[MixtureScores.HighQuality]).Mean >= HighQuality
        && runs.Of(outcome => outcome.Scores[MixtureScores.Divergence]).Mean <= Divergence;

    /// <summary>How many seeds found every mode.</summary>
    public int CoveringSeeds(RunResults runs) =>
        runs.Scored.Count(outcome => outcome.Scores[MixtureScores.Modes] == Mixture.Centers.Count);
}
