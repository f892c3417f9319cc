namespace MLNet.Gan;

/// <summary>Something a monitor noticed. A fatal finding ends the run.</summary>
/// <param name="Step">The step of the report that it was noticed in.</param>
/// <param name="Message">What it is, and what to do about it.</param>
/// <param name="IsFatal">Whether the run cannot go on.</param>
public sealed record Finding(long Step, string Message, bool IsFatal = false);
