using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Scores the averaged generator during a run, and keeps the weights of the best.</summary>
/// <remarks>
/// Latents, labels and real samples are the same at each scoring, and the random numbers are its own, so a run is the same
/// with scoring as without on the same rows.
/// </remarks>
internal sealed class RunScorer : IDisposable
{
    private const long BatchSize = 256;
    private const int Halvings = 10, Components = 16;
    private const double Level = 0.95;

    private readonly ScoringOptions _options;
    private readonly ScoringInterval _interval;
    private readonly GanNetworks _networks;
    private readonly int _size;
    private readonly IMetric _metric;
    private readonly PrincipalComponents? _components;
    private readonly nn.Module<Tensor, Tensor?, Tensor> _generator;
    private readonly Tensor _latents;
    private readonly Tensor? _labels;
    private readonly Tensor _best;
    private readonly float[] _heldOut;
    private readonly List<StepScore> _scores = [];
    private FeatureSet? _real;
    private IMetric? _prepared; // For comparisons with these real samples.

    public RunScorer(ScoringOptions scoring, GanOptions options, SampleSet samples, GanNetworks networks, TimeProvider clock)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)options.Seed);
        (_options, _networks, _interval) = (scoring, networks, new(scoring, options.Steps, clock));
        long[] rows = samples.HeldOut is { Length: > 0 } heldOut ? heldOut
            : [.. samples.Rows(options.Seed, balanced: false).Take(Math.Min(scoring.Samples, samples.Count)).Order()];

        // A network of features takes samples in their own units; compared by themselves, all components count the same.
        _generator = scoring.Features is null ? networks.UnscaledAverage : networks.Average;
        if (scoring.Features is null && options.Shape.IsImage)
            _components = _interval.Timed(() => new PrincipalComponents(
                cat([.. rows.Chunk((int)BatchSize).Select(batch => Thumbnails.Of(samples[batch].Samples))]), Components));
        _metric = scoring.MetricFor(options.Shape, rows.Length);
        _heldOut = [.. rows.Chunk((int)BatchSize).SelectMany(batch => RealValues(samples, batch))];
        _size = _heldOut.Length / rows.Length;
        if (scoring.Features is not null)
            samples.Standardization?.Undo(_heldOut);
        var device = networks.AverageState.device;
        _latents = randn([scoring.Samples, options.Architecture.LatentSize], generator: random).to(device).DetachFromDisposeScope();
        if (samples.HasLabels)
            _labels = samples[[.. Enumerable.Range(0, scoring.Samples).Select(i => rows[i % rows.Length])]].Labels!
                .DetachFromDisposeScope();
        _best = networks.AverageState.clone().DetachFromDisposeScope();
    }

    /// <summary>The scores so far.</summary>
    public IReadOnlyList<StepScore> Scores => _scores;

    /// <summary>The best score; null before the first one.</summary>
    public StepScore? Best { get; private set; }

    /// <summary>
    /// Whether the last score is no more than a standard error of the best one worse than that, as it is known after
    /// <see cref="AddIntervals(long, Action{long})"/>: the difference then says nothing against the average that was trained longest.
    /// </summary>
    public bool IsLastAsGood { get; private set; }

    /// <summary>The weights and buffers of the best average [P + B].</summary>
    public Tensor BestState => _best;

    /// <summary>The number of images from which growing networks had their phase then.</summary>
    public long BestImages { get; private set; }

    /// <summary>The number of steps between two scorings; null until it is measured.</summary>
    public int? Interval => _interval.Steps;

    /// <summary>The time that scoring has taken.</summary>
    public TimeSpan Elapsed => _interval.Elapsed;

    /// <summary>The state besides the best weights, for checkpoints.</summary>
    public ScorerState State => new([.. _scores], BestImages, _interval.Steps, Elapsed);

    /// <summary>Whether the run should end, since it has not become better for too long.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Goes on with the scores of a checkpoint; its best weights are restored by themselves.</summary>
    public void Resume(ScorerState state)
    {
        foreach (var score in state.Scores)
            Add(score);
        (BestImages, _interval.Elapsed) = (state.BestImages, state.Elapsed);
        if (state.Interval is { } interval)
            _interval.Steps = interval;
    }

    /// <summary>
    /// Computes the features of the held-out rows, and a score that does not count: a metric that cannot be computed fails before
    /// the training.
    /// </summary>
    public void Begin()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        _interval.Timed(() =>
        {
            _real = Features(_heldOut);
            _prepared = _metric is IReferenceMetric reference ? reference.For(_real, Protocol(0).Seed) : _metric;
            return Score();
        });
    }

    /// <summary>Scores the average if that is due.</summary>
    /// <param name="step">The number of steps done.</param>
    /// <param name="images">The number of images from which growing networks have their phase.</param>
    /// <returns>Whether it is the best so far.</returns>
    public bool AfterStep(long step, long images) => _interval.IsDue(step) && ScoreAt(step, images);

    /// <summary>Scores the average of the last step, unless that was done.</summary>
    public void AtEnd(long step, long images)
    {
        if (_scores is [] || _scores[^1].Step != step)
            ScoreAt(step, images);
    }

    /// <summary>Adds confidence intervals to the best and the last score.</summary>
    /// <param name="images">The number of images from which growing networks have their phase.</param>
    /// <param name="grow">Brings growing networks to the phase of a number of images.</param>
    public void AddIntervals(long images, Action<long> grow)
    {
        if (_scores is [] || Best is null)
            return;
        var best = _scores.FindIndex(score => score.Step == Best.Step);
        IsLastAsGood = _interval.Timed(() =>
        {
            AddIntervals(best, images, grow);
            return _scores[^1].IsAsGoodAs(_scores[best]);
        });
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        _latents.Dispose();
        _labels?.Dispose();
        _best.Dispose();
        _components?.Dispose();
    }

    private bool ScoreAt(long step, long images)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var score = new StepScore(step, _interval.Measure(Score));
        TrainingMeter.Record(score);
        if (!Add(score))
            return false;
        _best.copy_(_networks.AverageState);
        BestImages = images;
        return true;
    }

    /// <summary>Adds a score; returns whether it is the best.</summary>
    private bool Add(StepScore score)
    {
        _scores.Add(score);
        var isBest = Best is null || double.IsNaN(Best.Value)
            || (_options.HigherIsBetter ? score.Value > Best.Value : score.Value < Best.Value);
        if (isBest)
            Best = score;
        IsOver = _options.Patience is { } patience && score.Step >= _options.MinimumSteps
            && _scores.Count(later => later.Step > Best!.Step) >= patience;
        return isBest;
    }

    private void AddIntervals(int best, long images, Action<long> grow)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        _real = Features(_heldOut, Evidence.Features);
        List<(int Index, FeatureSet Samples)> measured = [];
        Keep(_scores.Count - 1);
        if (best < _scores.Count - 1)
        {
            var last = _networks.AverageState.clone();
            _networks.AverageState.copy_(_best);
            grow(BestImages);
            Keep(best);
            _networks.AverageState.copy_(last);
            grow(images);
        }

        AddIntervals(measured);

        void Keep(int index)
        {
            if (double.IsFinite(_scores[index].Value) && Generated(Evidence.Features) is { } generated)
                measured.Add((index, generated));
        }
    }

    private void AddIntervals(IReadOnlyList<(int Index, FeatureSet Samples)> measured)
    {
        if (measured is [])
            return;
        try
        {
            var scores = HalfSamples.MeasureAll([_metric], [.. measured.Select(one => Compared(one.Samples))], Halvings, Level);
            foreach (var ((index, _), score) in measured.Zip(scores))
                _scores[index] = _scores[index] with { Interval = score[0].Interval };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A half can have too few samples for a metric, and a finished training is not lost for an interval.
        }
    }

    private double Score() => Generated(Evidence.None) is { } generated
        ? _prepared!.Measure(Compared(generated)).First().Value
        : _options.HigherIsBetter ? double.NegativeInfinity : double.PositiveInfinity;

    private Comparison Compared(FeatureSet generated) => new(_real!, generated, Protocol(generated.Count));

    private Protocol Protocol(long generated) => new(_options.Features?.Name ?? "samples", "", "", _real!.Count, generated);

    /// <summary>The features of samples of the average; null where a sample is not finite.</summary>
    private FeatureSet? Generated(Evidence more)
    {
        using var unchanged = GlobalRandom.Keep();
        float[] samples =
        [
            .. _latents.split(BatchSize).Zip(
                _labels is null ? Enumerable.Repeat<Tensor?>(null, int.MaxValue) : _labels.split(BatchSize), GeneratedValues)
                .SelectMany(values => values),
        ];
        return Array.TrueForAll(samples, float.IsFinite) ? Features(samples, more) : null;
    }

    private float[] RealValues(SampleSet samples, long[] rows)
    {
        using var scope = NewDisposeScope();
        return Values(samples[rows].Samples);
    }

    /// <summary>The values of one batch, whose samples are freed: the pixels of all can be too many for the memory.</summary>
    private float[] GeneratedValues(Tensor latents, Tensor? labels)
    {
        using var scope = NewDisposeScope();
        return Values(_generator.forward(latents, labels));
    }

    private FeatureSet Features(float[] samples, Evidence more = Evidence.None)
    {
        var features = samples;
        if (_options.Features is { } extractor)
        {
            var count = samples.Length / extractor.InputSize;
            features = new float[count * extractor.FeatureSize];
            extractor.Extract(count, samples, features);
        }

        var set = new FeatureSet(_options.Features?.FeatureSize ?? _size, evidence: _metric.Needs | more);
        set.Add(features);
        return set;
    }

    /// <summary>
    /// Samples one behind the other, for the network of features; without one vectors as they are, and images as principal
    /// components.
    /// </summary>
    private float[] Values(Tensor samples) => (_components is null ? samples : _components.Of(Thumbnails.Of(samples)))
        .flatten(0).cpu().contiguous().data<float>().ToArray();
}
