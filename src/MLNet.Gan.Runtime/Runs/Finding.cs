namespace MLNet.Gan;

/// <summary>A finding of a monitor. A fatal finding ends the run.</summary>
/// <param name="Step">The step of the report with the finding.</param>
/// <param name="Message">What was seen, with the numbers, as a sentence.</param>
/// <param name="IsFatal">Whether it ends the run.</param>
public sealed record Finding(long Step, string Message, bool IsFatal = false)
{
    /// <summary>The name of the monitor's type without its ending: "Divergence". The run sets it.</summary>
    public string Kind { get; init => field = Check.NotNull(value); } = "";

    /// <summary>The step since which it was seen, at most <see cref="Step"/>.</summary>
    public long Since { get; init; } = Step;

    /// <summary>What to change in the options, as a sentence; "" where the message says it.</summary>
    public string Advice { get; init => field = Check.NotNull(value); } = "";

    /// <summary>Returns the finding on one line: since when, what was seen, and what to change.</summary>
    public override string ToString() =>
        $"{(Since < Step ? $"Since step {Since}" : $"Step {Step}")}: {Message}{(Advice.Length > 0 ? " " : "")}{Advice}";
}
