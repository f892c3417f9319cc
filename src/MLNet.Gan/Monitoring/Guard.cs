namespace MLNet.Gan;

/// <summary>What monitors a run, and what is done about findings.</summary>
/// <remarks>
/// <see cref="Watch"/> changes nothing in a run. A reaction changes what is computed, and is written down in
/// <see cref="TrainingRun.Interventions"/>.
/// </remarks>
public sealed record Guard
{
    private static readonly IReaction[] CalmerAgain =
        [new RollBack(), new BalanceLearningRates(), new LowerLearningRates { Factor = 0.3 }, new RaiseR1Penalty()];

    /// <summary>No monitors: a run whose losses become NaN goes on.</summary>
    public static Guard Off { get; } = new() { Monitors = [] };

    /// <summary>All monitors without reactions, the default: findings are reported, and NaN ends the run.</summary>
    public static Guard Watch { get; } = new();

    /// <summary>
    /// The monitors of <see cref="Watch"/> with reactions: networks go back to those of the best score, with balanced and lower
    /// learning rates, an added R1 penalty or more augmentation. When all reactions are used up, NaN ends the run, which returns
    /// the best.
    /// </summary>
    public static Guard Protect { get; } = new()
    {
        Monitors =
        [
            new DivergenceMonitor { Reactions = CalmerAgain },
            new ModeCollapseMonitor { Reactions = CalmerAgain },
            new PartialModeCollapseMonitor { Reactions = CalmerAgain },
            new VanishingGradientMonitor { Reactions = [new RollBack(), new LowerLearningRates { Factor = 0.3 }, new RaiseR1Penalty()] },
            new OscillationMonitor { Reactions = [new LowerLearningRates()] },
            new DiscriminatorOverfittingMonitor { Reactions = [new RaiseR1Penalty(), new RaiseAugmentation()] },
            new MemorizationMonitor { Reactions = [new RaiseAugmentation()] },
            new DroppedCategoryMonitor { Reactions = [new RaiseR1Penalty()] },
        ],
    };

    /// <summary>The monitors, in the order in which their findings are reported; default those of <see cref="Watch"/>.</summary>
    public IReadOnlyList<IMonitor> Monitors { get; init => field = Check.Items(value); } =
    [
        new DivergenceMonitor(), new ModeCollapseMonitor(), new PartialModeCollapseMonitor(), new VanishingGradientMonitor(),
        new OscillationMonitor(), new DiscriminatorOverfittingMonitor(), new MemorizationMonitor(), new DroppedCategoryMonitor(),
    ];

    /// <summary>
    /// The number of steps between two comparisons of generated samples with real ones, at least 1; default 100. They are made
    /// at the next report.
    /// </summary>
    public int Interval { get; init => field = Check.Positive(value); } = 100;

    /// <summary>The number of reactions in a run, at least 0; default 6.</summary>
    public int MaximumReactions { get; init => field = Check.NotNegative(value); } = 6;

    /// <summary>Whether a monitor has reactions.</summary>
    internal bool Reacts => Monitors.Any(monitor => monitor.Reactions.Count > 0);

    /// <summary>Whether a reaction needs the best-scored networks.</summary>
    internal bool NeedsBest => Monitors.Any(monitor => monitor.Reactions.Any(reaction => reaction.RollsBack || reaction.EndsRun));

    /// <summary>Whether a reaction restores networks.</summary>
    internal bool RollsBack => Monitors.Any(monitor => monitor.Reactions.Any(reaction => reaction.RollsBack));
}
