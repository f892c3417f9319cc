namespace MLNet.Gan;

/// <summary>How a user calls what a set of samples has; empty lists where there are no names.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="Components">The components of a vector.</param>
internal sealed record SampleNames(IReadOnlyList<string> Classes, IReadOnlyList<string> Components)
{
    /// <summary>The name of a class; its number without one.</summary>
    public string OfClass(int index) => index < Classes.Count ? $"'{Classes[index]}'" : $"{index}";

    /// <summary>The name of a component; its number without one.</summary>
    public string OfComponent(int index) => index < Components.Count ? $"'{Components[index]}'" : $"{index}";
}
