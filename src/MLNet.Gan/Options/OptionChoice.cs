namespace MLNet.Gan;

/// <summary>One value of a set of options with its reason.</summary>
/// <param name="Name">The property of <see cref="GanOptions"/>.</param>
/// <param name="Value">Its value, as text.</param>
/// <param name="Reason">Why it was chosen.</param>
public sealed record OptionChoice(string Name, string Value, string Reason)
{
    /// <summary>The choice as a line: <c>Name = Value: reason</c>.</summary>
    public override string ToString() => $"{Name} = {Value}: {Reason}";
}
