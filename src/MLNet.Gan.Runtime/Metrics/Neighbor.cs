namespace MLNet.Gan.Metrics;

/// <summary>The sample of another set that is nearest.</summary>
/// <param name="Index">Its place in that set; the first one of several that are equally near.</param>
/// <param name="Distance">How far it is in feature space.</param>
public readonly record struct Neighbor(int Index, double Distance);
