namespace MLNet.Gan;

/// <summary>The number of steps between two scorings of a run: given, or such that scoring takes a small share of the time.</summary>
/// <remarks>
/// It is measured once, and only where a network of features can make a scoring expensive, so that other runs score at the same
/// steps each time. A run goes on from a checkpoint with the interval that it had.
/// </remarks>
/// <param name="options">The scoring.</param>
/// <param name="clock">The clock of the run.</param>
internal sealed class ScoringInterval(ScoringOptions options, TimeProvider clock)
{
    private const double Share = 0.05;
    private const int FewestMeasured = 100;

    private TimeSpan _cost;
    private long _firstStep, _start;

    /// <summary>The number of steps; null until it is measured.</summary>
    public int? Steps { get; set; } = options is { Interval: null, Features: not null } ? null : options.Steps;

    /// <summary>The time that scoring has taken so far.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Computes a score, whose time is that of a scoring.</summary>
    public double Measure(Func<double> score)
    {
        var (value, before) = (double.NaN, Elapsed);
        Add(() => value = score());
        _cost = Elapsed - before;
        return value;
    }

    /// <summary>Does what belongs to the scoring.</summary>
    public void Add(Action work)
    {
        var start = clock.GetTimestamp();
        work();
        Elapsed += clock.GetElapsedTime(start);
    }

    /// <summary>Returns whether a scoring is due after so many steps, each of which is asked for.</summary>
    public bool IsDue(long step)
    {
        if (_firstStep == 0)
            (_firstStep, _start) = (step, clock.GetTimestamp());
        if (step % options.Steps == 0 && step - _firstStep >= FewestMeasured)
            Steps ??= Multiple(clock.GetElapsedTime(_start) / (step - _firstStep) * options.Steps);
        return step % Steps == 0;
    }

    private int Multiple(TimeSpan ofInterval) =>
        (int)Math.Clamp(Math.Ceiling(_cost / (Share * ofInterval)), 1, int.MaxValue / options.Steps) * options.Steps;
}
