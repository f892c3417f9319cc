namespace MLNet.Gan;

/// <summary>The real samples of a run with which generated ones are compared, and the distances between them.</summary>
/// <remarks>
/// Distances are computed in single precision on the device of the run, in the space of the training: of images, after averaging to
/// at most 16 × 16 pixels.
/// </remarks>
internal sealed class RealSamples : IDisposable
{
    private const int LeastOfClass = 8, Neighbors = 5;
    private const double DuplicateQuantile = 0.01;

    // Rows that are repeated, as of categories alone, have a radius of 0, which no generated row could be within.
    private const double RadiusOfRepeated = 0.1;

    private readonly List<Tensor> _owned = [];
    private readonly Tensor _center;
    private readonly Tensor? _apart, _classRadii;

    /// <summary>Takes rows of a training set.</summary>
    /// <param name="samples">The training set.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="heldOut">Rows that are held out, for comparison with as many of the training; empty for none.</param>
    public RealSamples(SampleSet samples, long[] rows, long[] heldOut)
    {
        using var scope = NewDisposeScope();
        (Values, Labels) = Of(samples, rows);
        if (heldOut.Length > 0)
        {
            (HeldOut, HeldOutLabels) = Of(samples, heldOut);
            AsMany = Keep(tensor(Spread([.. Enumerable.Range(0, rows.Length).Select(row => (long)row)], heldOut.Length).ToArray())
                .to(Values.device));
        }

        var features = Thumbnails.Of(Values);
        _center = Keep(features.mean([0], keepdim: true));
        var distances = Distances(features, features);
        var sorted = distances.sort(1).Values; // The nearest is the sample itself.
        var radii = sorted.select(1, Math.Min(Neighbors, rows.Length - 1));
        Radii = Keep(where(radii.eq(zeros_like(radii)), distances.mean().Times(RadiusOfRepeated), radii));
        Duplicate = Keep(sorted.select(1, 1).quantile(tensor(DuplicateQuantile, ScalarType.Float32).to(Values.device)));
        MeanDistance = Keep(distances.mean());
        Scale = Keep(features.Squared().mean().sqrt());
        if (samples.Classes == 0)
            return;
        // Real samples of other classes are infinitely far.
        var others = Labels!.unsqueeze(0).ne(Labels.unsqueeze(1)).to(ScalarType.Float32);
        _apart = Keep(others.Times(float.MaxValue));
        _classRadii = Keep(distances.Plus(_apart).sort(1).Values.select(1, Math.Min(Neighbors, LeastOfClass - 1)));
        Classes =
        [
            .. Labels.cpu().data<long>().ToArray().GroupBy(label => label).Where(rows => rows.Count() >= LeastOfClass)
                .Select(rows => rows.Key).Order(),
        ];
    }

    /// <summary>The samples [N, …].</summary>
    public Tensor Values { get; }

    /// <summary>Their classes [N]; null without classes.</summary>
    public Tensor? Labels { get; }

    /// <summary>Samples that are not trained on [M, …]; null where none are held out.</summary>
    public Tensor? HeldOut { get; }

    /// <summary>Their classes [M]; null without classes.</summary>
    public Tensor? HeldOutLabels { get; }

    /// <summary>The places [M] of as many samples of the training; null where none are held out.</summary>
    public Tensor? AsMany { get; }

    /// <summary>The distance of each sample to its fifth nearest [N].</summary>
    public Tensor Radii { get; }

    /// <summary>The mean distance between two samples.</summary>
    public Tensor MeanDistance { get; }

    /// <summary>The root mean square of the values.</summary>
    public Tensor Scale { get; }

    /// <summary>The distance to the nearest that 99 % of the samples exceed.</summary>
    public Tensor Duplicate { get; }

    /// <summary>The classes with enough samples for a share of their own.</summary>
    public IReadOnlyList<long> Classes { get; } = [];

    /// <summary>
    /// The distances between rows of features. They are computed from norms and products, which lose digits far from 0, so the
    /// center of the real samples is moved there.
    /// </summary>
    public Tensor Distances(Tensor left, Tensor right) => cdist(left - _center, right - _center);

    /// <summary>For each of the <see cref="Classes"/>, the share of its samples that have a generated one nearby.</summary>
    /// <param name="between">The distances [N, N] of real and generated samples of the same labels.</param>
    public IEnumerable<Tensor> ClassCoverages(Tensor between)
    {
        if (_apart is null)
            return [];
        var covered = between.Plus(_apart).le(_classRadii!.unsqueeze(1)).to(ScalarType.Float32).amax([1]); // [N] of real ones
        return Classes.Select(label => covered[Labels!.eq(tensor(label).to(Labels.device))].mean());
    }

    /// <summary>So many of some rows, at equal distances.</summary>
    public static IEnumerable<long> Spread(long[] rows, int count) =>
        Enumerable.Range(0, count).Select(i => rows[(long)i * rows.Length / count]);

    /// <summary>Frees the tensors.</summary>
    public void Dispose() => _owned.ForEach(tensor => tensor.Dispose());

    private (Tensor Values, Tensor? Labels) Of(SampleSet samples, long[] rows)
    {
        var batch = samples[rows];
        return (Keep(batch.Samples), batch.Labels is null ? null : Keep(batch.Labels));
    }

    private Tensor Keep(Tensor made)
    {
        _owned.Add(made.DetachFromDisposeScope());
        return made;
    }
}
