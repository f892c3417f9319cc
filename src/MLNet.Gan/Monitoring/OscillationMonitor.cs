using System.Globalization;

namespace MLNet.Gan;

/// <summary>Finds a run whose samples get better and worse again and again.</summary>
public sealed record OscillationMonitor : IMonitor
{
    /// <summary>The number of latest comparisons, at least 6; default 10.</summary>
    public int Comparisons
    {
        get;
        init => field = value >= 6 ? value : throw Check.OutOfRange(nameof(Comparisons), value, "at least 6");
    } = 10;

    /// <summary>The standard deviation of the coverage among them, in (0, 1); default 0.12.</summary>
    public double Deviation { get; init => field = Check.OpenFraction(value); } = 0.12;

    /// <summary>The number of times that it turns by more than half of that, at least 1; default 3.</summary>
    public int Turns { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The number of steps before which there is no finding, at least 0; default 2 000.</summary>
    public int MinimumSteps { get; init => field = Check.NotNegative(value); } = 2000;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples: not null, Step: var step } || history.Steps < MinimumSteps)
            return null;
        var compared = history.Compared.TakeLast(Comparisons).ToList();
        double[] values = [.. compared.Select(report => report.Samples!.Coverage)];
        if (values.Length < Comparisons)
            return null;
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        var turns = TurnsOf(values, Deviation / 2);
        return deviation < Deviation || turns < Turns ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"Oscillation: the share of real samples with a generated one near them moved between {values.Min():P0} and "
                    + $"{values.Max():P0}, and turned {turns} times."))
            {
                Since = compared[0].Step,
                Advice = $"Lower the learning rates, set Adam's {nameof(Adam.Beta1)} to 0, add an {nameof(R1Penalty)}, or average over more steps "
                    + $"with {nameof(GanOptions.Average)}.",
            };
    }

    /// <summary>The number of turns of a series, without those by less than a distance.</summary>
    internal static int TurnsOf(double[] values, double least)
    {
        var (turns, direction, extreme) = (0, 0, values[0]);
        foreach (var value in values)
        {
            var sign = Math.Abs(value - extreme) >= least ? Math.Sign(value - extreme) : 0;
            if (sign != 0 && sign != direction)
                (turns, direction, extreme) = (direction == 0 ? turns : turns + 1, sign, value);
            else if (direction != 0 && Math.Sign(value - extreme) == direction)
                extreme = value;
        }

        return turns;
    }
}
