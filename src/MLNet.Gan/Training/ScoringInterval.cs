namespace MLNet.Gan;

/// <summary>The number of steps between two scorings: given, or such that scoring takes a small share of the time.</summary>
/// <remarks>
/// It is measured once, and only where a network of features can make a scoring expensive, so that other runs score at the same
/// steps each time: the first scoring, which is the second one computed, tells what one takes. A run goes on from a checkpoint
/// with the interval that it had.
/// </remarks>
/// <param name="options">The scoring.</param>
/// <param name="steps">The number of steps of the run, of which at least a few are scored.</param>
/// <param name="clock">The clock of the run.</param>
internal sealed class ScoringInterval(ScoringOptions options, long steps, TimeProvider clock)
{
    private const double Share = 0.05;
    private const int FewestMeasured = 100, FewestScorings = 4;

    private TimeSpan? _ofSteps;
    private long _firstStep, _start;

    /// <summary>The number of steps; null until it is measured.</summary>
    public int? Steps { get; set; } = options is { Interval: null, Features: not null } ? null : options.Steps;

    /// <summary>The time that scoring has taken so far.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Computes a score, whose time is that of a scoring.</summary>
    public double Measure(Func<double> score)
    {
        var before = Elapsed;
        var value = Timed(score);
        if (_ofSteps is { } ofSteps)
            Steps ??= Multiple(Elapsed - before, ofSteps);
        return value;
    }

    /// <summary>Does what belongs to the scoring, and whose time counts.</summary>
    public T Timed<T>(Func<T> work)
    {
        var start = clock.GetTimestamp();
        var result = work();
        Elapsed += clock.GetElapsedTime(start);
        return result;
    }

    /// <summary>Returns whether a scoring is due after so many steps, each of which is asked for.</summary>
    public bool IsDue(long step)
    {
        if (Steps is { } known)
            return step % known == 0;
        if (_firstStep == 0)
            (_firstStep, _start) = (step, clock.GetTimestamp());
        if (step % options.Steps != 0 || step - _firstStep < FewestMeasured)
            return false;
        _ofSteps = clock.GetElapsedTime(_start) / (step - _firstStep) * options.Steps;
        return true;
    }

    /// <summary>The multiple of the default, at most a quarter of the run.</summary>
    private int Multiple(TimeSpan cost, TimeSpan ofSteps)
    {
        var most = Math.Clamp(steps / FewestScorings / options.Steps, 1, int.MaxValue / options.Steps);
        return ofSteps <= TimeSpan.Zero ? options.Steps : (int)Math.Clamp(Math.Ceiling(cost / (Share * ofSteps)), 1, most) * options.Steps;
    }
}
