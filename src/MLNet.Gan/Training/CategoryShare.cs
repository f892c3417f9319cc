namespace MLNet.Gan;

/// <summary>How often real and generated samples have one of the two values of a component.</summary>
/// <param name="Component">The component.</param>
/// <param name="Real">The share of real samples.</param>
/// <param name="Generated">The share of generated samples.</param>
internal sealed record CategoryShare(int Component, double Real, double Generated);
