namespace MLNet.Gan.Metrics;

/// <summary>A category that has lost more than half of its share.</summary>
/// <param name="Name">The category.</param>
/// <param name="RealRows">The number of real rows that have it, of those compared.</param>
/// <param name="RealShare">Its share of the real rows.</param>
/// <param name="SyntheticShare">Its share of the synthetic rows.</param>
public sealed record LostCategory(string Name, int RealRows, double RealShare, double SyntheticShare);
