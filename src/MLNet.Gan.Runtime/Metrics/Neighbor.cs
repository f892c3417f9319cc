namespace MLNet.Gan.Metrics;

/// <summary>The nearest sample in another set.</summary>
/// <param name="Index">Its index in that set; the first of several that are equally near.</param>
/// <param name="Distance">The distance in feature space.</param>
public readonly record struct Neighbor(int Index, double Distance);
