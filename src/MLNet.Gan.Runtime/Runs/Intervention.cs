namespace MLNet.Gan;

/// <summary>What a run did about a finding.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Kind">The kind of the finding.</param>
/// <param name="Change">What was changed, in words.</param>
/// <param name="RolledBackTo">The step whose networks and optimizers were restored; null where they went on.</param>
public sealed record Intervention(long Step, string Kind, string Change, long? RolledBackTo)
{
    /// <summary>Returns the intervention as a sentence.</summary>
    public override string ToString() => $"Step {Step}, because of {Kind}: {What}.";

    /// <summary>What was restored and changed.</summary>
    internal string What => $"{(RolledBackTo is { } step ? $"back to the networks of step {step}, " : "")}{Change}";
}
