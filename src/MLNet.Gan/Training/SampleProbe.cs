namespace MLNet.Gan;

/// <summary>Compares samples of the averaged generator with real ones while it trains.</summary>
/// <remarks>Random numbers are its own, and networks are only read, so a run is the same with it as without.</remarks>
internal sealed class SampleProbe : IDisposable
{
    /// <summary>The number of samples of each kind.</summary>
    public const int Count = 256;

    private const int Least = 32, ImagesAtOnce = 32;
    private const int OfCategories = 2048; // Of 256, even a category of 5 % has half as many by chance once in fifty times.

    private readonly GanNetworks _networks;
    private readonly Packing _packing;
    private readonly RealSamples _real;
    private readonly CategoryShares? _categories;
    private readonly SampleNames _names;
    private readonly Tensor _latents;
    private readonly Tensor? _categoryLatents, _categoryLabels;
    private readonly long _batchSize;

    private SampleProbe(GanOptions options, SampleSet samples, GanNetworks networks, long[] rows)
    {
        using var scope = NewDisposeScope();
        using var noGraph = no_grad();
        using var random = new Generator((ulong)options.Seed);
        (_networks, _packing, _names) = (networks, new(options.Packing), samples.Names);
        _batchSize = BatchSize(options, rows.Length);
        _latents = randn([rows.Length, options.Architecture.LatentSize], generator: random).to(networks.AverageState.device)
            .DetachFromDisposeScope();
        _real = new(samples, rows, HeldOut(options, samples, rows.Length));
        _categories = options.Shape.IsImage ? null : CategoryShares.Of(samples, options.Seed);
        if (_categories is null)
            return;
        _categoryLatents = randn([OfCategories, options.Architecture.LatentSize], generator: random).to(_latents.device).DetachFromDisposeScope();
        if (!samples.HasLabels)
            return;
        long[] labeled = [.. samples.Rows(options.Seed, balanced: false).Take(Math.Min(OfCategories, samples.TrainedCount))];
        _categoryLabels = samples[[.. Enumerable.Range(0, OfCategories).Select(i => labeled[i % labeled.Length])]].Labels!
            .DetachFromDisposeScope();
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
        var generated = InBatches(_networks.UnscaledAverage.forward, _latents, _real.Labels);
        var features = Thumbnails.Of(generated);
        var (among, between) = (_real.Distances(features, features), _real.Distances(Thumbnails.Of(_real.Values), features)); // [N, N]
        var near = between.le(_real.Radii.unsqueeze(1)).to(ScalarType.Float32);
        var ownNearest = among.topk(2, 1, largest: false).values.select(1, 1); // The nearest is the sample itself.
        List<Tensor> values =
        [
            among.mean() / _real.MeanDistance,
            near.amax([1]).mean(),
            near.amax([0]).mean(),
            ownNearest.le(_real.Duplicate).to(ScalarType.Float32).mean(),
            features.Squared().mean().sqrt() / _real.Scale,
            .. Logits(generated, between, features),
            .. _real.ClassCoverages(between),
        ];
        return Statistics(stack(values).ToDoubles(), _categories?.Rarest(_networks.UnscaledAverage.forward(_categoryLatents!, _categoryLabels)));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        _latents.Dispose();
        _categoryLatents?.Dispose();
        _categoryLabels?.Dispose();
        _real.Dispose();
    }

    private SampleStatistics Statistics(double[] numbers, CategoryShare? rarest)
    {
        var classes = numbers[(_real.HeldOut is null ? 7 : 9)..];
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
            HeldOutLogit = _real.HeldOut is null ? null : numbers[7],
            NearTrainingShare = _real.HeldOut is null ? null : numbers[8],
            LowestClass = lowest < 0 ? null : (int)_real.Classes[lowest],
            LowestClassName = lowest < 0 ? null : _names.OfClass((int)_real.Classes[lowest]),
            LowestClassCoverage = lowest < 0 ? null : classes[lowest],
            RarestCategory = rarest?.Component,
            RarestCategoryName = rarest is null ? null : _names.OfComponent(rarest.Component),
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
        List<Tensor> logits = [Mean(_real.Values, _real.Labels), Mean(generated, _real.Labels)];
        if (_real.HeldOut is null)
            return logits;
        var nearestReal = between.index_select(0, _real.AsMany!).min(0).values;
        var nearestHeldOut = _real.Distances(Thumbnails.Of(_real.HeldOut), features).min(0).values;
        return [.. logits, Mean(_real.HeldOut, _real.HeldOutLabels), nearestReal.lt(nearestHeldOut).to(ScalarType.Float32).mean()];
    }

    /// <summary>Batches of whole packs of about equal sizes: the pixels of all images at once can be too many for the memory.</summary>
    private static long BatchSize(GanOptions options, int rows)
    {
        var (packs, batches) = (rows / options.Packing, options.Shape.IsImage ? (rows + ImagesAtOnce - 1) / ImagesAtOnce : 1);
        return options.Packing * ((packs + batches - 1) / batches);
    }

    private Tensor InBatches(Func<Tensor, Tensor?, Tensor> pass, Tensor inputs, Tensor? labels) =>
        cat([.. inputs.split(_batchSize).Zip(labels is null ? Enumerable.Repeat<Tensor?>(null, int.MaxValue) : labels.split(_batchSize), pass)]);

    /// <summary>Held-out rows, in whole packs; empty where there are too few.</summary>
    private static long[] HeldOut(GanOptions options, SampleSet samples, int most)
    {
        var count = Math.Min(samples.HeldOut.Length, most) / options.Packing * options.Packing;
        if (count < Least)
            return [];
        long[] rows = [.. RealSamples.Spread(samples.HeldOut, count)];
        return samples.Classes > 0 ? ByClass(samples, rows) : rows;
    }

    private static long[] ByClass(SampleSet samples, long[] rows)
    {
        using var scope = NewDisposeScope();
        var labels = samples[rows].Labels!.cpu().data<long>().ToArray();
        return [.. rows.Zip(labels).OrderBy(row => row.Second).Select(row => row.First)];
    }
}
