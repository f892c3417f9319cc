namespace MLNet.Gan;

/// <summary>The components of two values, as of one-hot categories, and how often real samples have the upper one.</summary>
internal sealed class CategoryShares
{
    private const int Rows = 4096;
    private const double CommonShare = 0.05;

    private readonly int[] _components;
    private readonly float[] _middles;
    private readonly double[] _shares;

    private CategoryShares(int[] components, float[] middles, double[] shares) =>
        (_components, _middles, _shares) = (components, middles, shares);

    /// <summary>Finds them in at most 4 096 rows of vectors; null when there is none.</summary>
    public static CategoryShares? Of(SampleSet samples, int seed)
    {
        using var scope = NewDisposeScope();
        long[] rows = [.. samples.Rows(seed, balanced: false).Take(Math.Min(Rows, samples.TrainedCount))];
        var values = samples[rows].Samples;
        var (least, most) = (values.amin([0]), values.amax([0]));
        var isTwo = (values.eq(least) | values.eq(most)).all(dim: 0) & least.lt(most);
        var upper = values.eq(most).to(ScalarType.Float32).mean([0]);
        var table = stack([isTwo.to(ScalarType.Float32), least.Plus(most).Over(2), upper]).cpu().data<float>().ToArray();
        var size = (int)values.size(1);
        int[] components = [.. Enumerable.Range(0, size).Where(i => table[i] > 0)];
        return components.Length == 0 ? null : new(components,
            [.. components.Select(i => table[size + i])], [.. components.Select(i => (double)table[2 * size + i])]);
    }

    /// <summary>
    /// The component whose upper or lower value generated samples have least, relative to real ones; among those that at least a
    /// twentieth of the real ones have, where there is one: few samples lack rarer ones by chance.
    /// </summary>
    public CategoryShare Rarest(Tensor generated)
    {
        var values = generated.cpu().contiguous().data<float>().ToArray();
        var (count, size) = ((int)generated.size(0), (int)generated.size(1));
        return _components.SelectMany((component, i) =>
        {
            var upper = Enumerable.Range(0, count).Count(row => values[row * size + component] > _middles[i]) / (double)count;
            return new CategoryShare[] { new(component, _shares[i], upper), new(component, 1 - _shares[i], 1 - upper) };
        }).OrderBy(share => share.Real < CommonShare).ThenBy(share => (share.Generated + 1.0 / count) / (share.Real + 1.0 / count)).First();
    }
}
