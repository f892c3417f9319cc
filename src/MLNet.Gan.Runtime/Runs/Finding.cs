namespace MLNet.Gan;

/// <summary>A finding of a monitor. A fatal finding ends the run.</summary>
/// <param name="Step">The step of the report with the finding.</param>
/// <param name="Message">The problem, and how to fix it.</param>
/// <param name="IsFatal">Whether it ends the run.</param>
public sealed record Finding(long Step, string Message, bool IsFatal = false)
{
    /// <summary>The name of the monitor's type without its ending: "Divergence". The run sets it.</summary>
    public string Kind { get; init => field = Check.NotNull(value); } = "";
}
