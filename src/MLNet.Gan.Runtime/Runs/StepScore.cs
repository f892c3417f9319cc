namespace MLNet.Gan;

/// <summary>The score of the averaged generator at one step.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Value">The value of the metric; infinite or NaN when a sample was.</param>
public sealed record StepScore(long Step, double Value);
