namespace MLNet.Gan;

/// <summary>Compares samples of the averaged generator with real ones while it trains.</summary>
/// <remarks>
/// Random numbers are its own, and networks are only read, so a run is the same with it as without. Distances are computed
/// in single precision on the device of the run.
/// </remarks>
internal sealed class SampleProbe : IDisposable
{
    /// <summary>The number of samples of each kind.</summary>
    public const int Count = 256;

    private const int Least = 32, LeastOfClass = 8, Neighbors = 5, ImagesAtOnce = 32;
    private const double DuplicateQuantile = 0.01;

    // Rows that are repeated, as of categories alone, have a radius of 0, which no generated row could be within.
    private const double RadiusOfRepeated = 0.1;

    private readonly GanNetworks _networks;
    private readonly Packing _packing;
    private readonly CategoryShares? _categories;
    private readonly List<Tensor> _owned = [];
    private readonly Tensor _latents, _real, _center, _radii, _realSize, _realDistance, _duplicate;
    private readonly Tensor? _labels, _heldOut, _heldOutLabels, _asMany, _apart, _classRadii;
    private readonly long[] _classes;
    private readonly long _batchSize;

    private SampleProbe(GanOptions options, SampleSet samples, GanNetworks networks, long[] rows)
    {
        using var scope = NewDisposeScope();
        using var noGraph = no_grad();
        using var random = new Generator((ulong)options.Seed);
        (_networks, _packing) = (networks, new(options.Packing));
        _batchSize = BatchSize(options, rows.Length);
        var batch = samples[rows];
        var device = networks.AverageState.device;
        (_real, _labels) = (Keep(batch.Samples), batch.Labels is null ? null : Keep(batch.Labels));
        _latents = Keep(randn([rows.Length, options.Architecture.LatentSize], generator: random).to(device));
        if (Math.Min(samples.HeldOut.Length, rows.Length) / options.Packing * options.Packing is >= Least and var count)
        {
            long[] other = [.. Spread(samples.HeldOut, count)];
            var heldOut = samples[samples.Classes > 0 ? ByClass(samples, other) : other];
            (_heldOut, _heldOutLabels) = (Keep(heldOut.Samples), heldOut.Labels is null ? null : Keep(heldOut.Labels));
            _asMany = Keep(tensor(Spread([.. Enumerable.Range(0, rows.Length).Select(row => (long)row)], count).ToArray()).to(device));
        }

        var features = Thumbnails.Of(_real);
        _center = Keep(features.mean([0], keepdim: true));
        var distances = Distances(features, features);
        var sorted = distances.sort(1).Values; // The nearest is the sample itself.
        var radii = sorted.select(1, Math.Min(Neighbors, rows.Length - 1));
        _radii = Keep(where(radii.eq(zeros_like(radii)), distances.mean().Times(RadiusOfRepeated), radii));
        _duplicate = Keep(sorted.select(1, 1).quantile(tensor(DuplicateQuantile, ScalarType.Float32).to(device)));
        _realDistance = Keep(distances.mean());
        _realSize = Keep(features.Squared().mean().sqrt());
        if (_labels is not null)
        {
            // Real samples of other classes are infinitely far.
            var others = _labels.unsqueeze(0).ne(_labels.unsqueeze(1)).to(ScalarType.Float32);
            _apart = Keep(others.Times(float.MaxValue));
            _classRadii = Keep(distances.Plus(_apart).sort(1).Values.select(1, Math.Min(Neighbors, LeastOfClass - 1)));
        }

        _classes = _labels is null ? [] : [.. _labels.cpu().data<long>().ToArray().GroupBy(label => label)
            .Where(rows => rows.Count() >= LeastOfClass).Select(rows => rows.Key).Order()];
        _categories = options.Shape.IsImage ? null : CategoryShares.Of(samples, options.Seed);
    }

    /// <summary>A comparison for a run; null where there are too few rows for one.</summary>
    public static SampleProbe? For(GanOptions options, SampleSet samples, GanNetworks networks)
    {
        long[] rows = [.. samples.Rows(options.Seed, balanced: samples.Classes > 0)
            .Take(Math.Min(Count, samples.TrainedCount)).Distinct()];
        if (samples.Classes > 0)
            rows = ByClass(samples, rows); // The samples of a pack share their class.
        rows = rows[..(rows.Length / options.Packing * options.Packing)];
        return rows.Length < Least ? null : new(options, samples, networks, rows);
    }

    /// <summary>Compares samples of the average as it is now.</summary>
    public SampleStatistics Compare()
    {
        using var scope = NewDisposeScope();
        using var noGraph = no_grad();
        using var unchanged = GlobalRandom.Keep();
        var generated = InBatches(_networks.UnscaledAverage.forward, _latents, _labels);
        var features = Thumbnails.Of(generated);
        var real = Thumbnails.Of(_real);
        var (among, between) = (Distances(features, features), Distances(real, features)); // [N, N] of real and generated
        var near = between.le(_radii.unsqueeze(1)).to(ScalarType.Float32);
        var ownNearest = among.topk(2, 1, largest: false).values.select(1, 1); // The nearest is the sample itself.
        List<Tensor> values =
        [
            among.mean() / _realDistance,
            near.amax([1]).mean(),
            near.amax([0]).mean(),
            ownNearest.le(_duplicate).to(ScalarType.Float32).mean(),
            features.Squared().mean().sqrt() / _realSize,
            .. Logits(generated, between, features),
            .. ClassCoverages(between),
        ];
        var numbers = stack(values).ToDoubles();
        return Statistics(numbers, _categories?.Rarest(generated));
    }

    public void Dispose() => _owned.ForEach(tensor => tensor.Dispose());

    private SampleStatistics Statistics(double[] numbers, CategoryShare? rarest)
    {
        var classes = numbers[(_heldOut is null ? 7 : 9)..];
        var lowest = classes.Length == 0 ? -1 : Array.IndexOf(classes, classes.Min());
        return new()
        {
            Diversity = numbers[0],
            Coverage = numbers[1],
            Precision = numbers[2],
            DuplicateShare = numbers[3],
            Scale = numbers[4],
            TrainingLogit = numbers[5],
            GeneratedLogit = numbers[6],
            HeldOutLogit = _heldOut is null ? null : numbers[7],
            NearTrainingShare = _heldOut is null ? null : numbers[8],
            LowestClass = lowest < 0 ? null : (int)_classes[lowest],
            LowestClassCoverage = lowest < 0 ? null : classes[lowest],
            RarestCategory = rarest?.Component,
            RarestCategoryRealShare = rarest?.Real,
            RarestCategoryShare = rarest?.Generated,
        };
    }

    /// <summary>The mean logits of real and generated samples, and what held-out ones tell.</summary>
    private List<Tensor> Logits(Tensor generated, Tensor between, Tensor features)
    {
        var discriminator = _networks.Discriminator.Network.Members[0];
        using var evaluation = new EvaluationMode(discriminator.Network);
        Tensor Mean(Tensor samples, Tensor? labels) => InBatches((batch, ofBatch) =>
            discriminator.Forward(discriminator.Downsampled(_packing.Pack(batch)), _packing.Labels(ofBatch)).Logits, samples, labels).mean();
        List<Tensor> logits = [Mean(_real, _labels), Mean(generated, _labels)];
        if (_heldOut is null)
            return logits;
        var nearestReal = between.index_select(0, _asMany!).min(0).values;
        var nearestHeldOut = Distances(Thumbnails.Of(_heldOut), features).min(0).values;
        return [.. logits, Mean(_heldOut, _heldOutLabels), nearestReal.lt(nearestHeldOut).to(ScalarType.Float32).mean()];
    }

    private IEnumerable<Tensor> ClassCoverages(Tensor between)
    {
        if (_labels is null)
            return [];
        var covered = between.Plus(_apart!).le(_classRadii!.unsqueeze(1)).to(ScalarType.Float32).amax([1]); // [N] of real ones
        return _classes.Select(label => covered[_labels.eq(tensor(label).to(_labels.device))].mean());
    }

    /// <summary>
    /// The distances between rows. They are computed from norms and products, which lose digits far from 0, so the center of the
    /// real samples is moved there.
    /// </summary>
    private Tensor Distances(Tensor left, Tensor right) => cdist(left - _center, right - _center);

    /// <summary>Batches of whole packs of about equal sizes: the pixels of all images at once can be too many for the memory.</summary>
    private static long BatchSize(GanOptions options, int rows)
    {
        var (packs, batches) = (rows / options.Packing, options.Shape.IsImage ? (rows + ImagesAtOnce - 1) / ImagesAtOnce : 1);
        return options.Packing * ((packs + batches - 1) / batches);
    }

    private Tensor InBatches(Func<Tensor, Tensor?, Tensor> pass, Tensor inputs, Tensor? labels) =>
        cat([.. inputs.split(_batchSize).Zip(labels is null ? Enumerable.Repeat<Tensor?>(null, int.MaxValue) : labels.split(_batchSize), pass)]);

    private static long[] ByClass(SampleSet samples, long[] rows)
    {
        using var scope = NewDisposeScope();
        var labels = samples[rows].Labels!.cpu().data<long>().ToArray();
        return [.. rows.Zip(labels).OrderBy(row => row.Second).Select(row => row.First)];
    }

    private static IEnumerable<long> Spread(long[] rows, int count) =>
        Enumerable.Range(0, count).Select(i => rows[(long)i * rows.Length / count]);

    private Tensor Keep(Tensor made)
    {
        _owned.Add(made.DetachFromDisposeScope());
        return made;
    }
}
