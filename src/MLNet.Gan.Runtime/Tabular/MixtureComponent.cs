namespace MLNet.Gan;

/// <summary>A component of a mixture of normal distributions.</summary>
internal sealed record MixtureComponent(double Weight, double Mean, double Deviation);
