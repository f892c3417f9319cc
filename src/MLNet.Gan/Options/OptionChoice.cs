namespace MLNet.Gan;

/// <summary>One value of a set of options, and why it is what it is.</summary>
/// <param name="Name">The property of <see cref="GanOptions"/>.</param>
/// <param name="Value">Its value, as text.</param>
/// <param name="Reason">Why.</param>
public sealed record OptionChoice(string Name, string Value, string Reason)
{
    /// <summary>The choice as a line: <c>Name = Value: reason</c>.</summary>
    public override string ToString() => $"{Name} = {Value}: {Reason}";
}
