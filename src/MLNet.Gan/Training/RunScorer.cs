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

    private readonly ScoringOptions _options;
    private readonly GanNetworks _networks;
    private readonly int _size;
    private readonly nn.Module<Tensor, Tensor?, Tensor> _generator;
    private readonly Tensor _latents;
    private readonly Tensor? _labels;
    private readonly Tensor _best;
    private readonly float[] _heldOut;
    private readonly List<StepScore> _scores = [];
    private FeatureSet? _real;

    public RunScorer(ScoringOptions scoring, GanOptions options, SampleSet samples, GanNetworks networks)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)options.Seed);
        (_options, _networks, _size) = (scoring, networks, options.Shape.Size);
        long[] rows = samples.HeldOut is { Length: > 0 } heldOut ? heldOut
            : [.. samples.Rows(options.Seed, balanced: false).Take(Math.Min(scoring.Samples, samples.Count)).Order()];

        // A network of features takes samples in their own units; compared by themselves, all components count the same.
        _generator = scoring.Features is null ? networks.UnscaledAverage : networks.Average;
        _heldOut = Values(samples[rows].Samples);
        if (scoring.Features is not null)
            samples.Standardization?.Undo(_heldOut);
        var device = networks.AverageState.device;
        _latents = randn([scoring.Samples, options.Architecture.LatentSize], generator: random).to(device).DetachFromDisposeScope();
        if (samples.Classes > 0)
            _labels = samples[[.. Enumerable.Range(0, scoring.Samples).Select(i => rows[i % rows.Length])]].Labels!
                .DetachFromDisposeScope();
        _best = networks.AverageState.clone().DetachFromDisposeScope();
    }

    /// <summary>The scores so far.</summary>
    public IReadOnlyList<StepScore> Scores => _scores;

    /// <summary>The best score; null before the first one.</summary>
    public StepScore? Best { get; private set; }

    /// <summary>The weights and buffers of the best average [P + B].</summary>
    public Tensor BestState => _best;

    /// <summary>The number of images from which growing networks had their phase then.</summary>
    public long BestImages { get; private set; }

    /// <summary>The state besides the best weights, for checkpoints.</summary>
    public ScorerState State => new([.. _scores], BestImages);

    /// <summary>Whether the run should end, since it has not become better for too long.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Goes on with the scores of a checkpoint; its best weights are restored by themselves.</summary>
    public void Resume(ScorerState state)
    {
        foreach (var score in state.Scores)
            Add(score);
        BestImages = state.BestImages;
    }

    /// <summary>
    /// Computes the features of the held-out rows, and a score that does not count: a metric that cannot be computed fails before
    /// the training.
    /// </summary>
    public void Begin()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        _real = Features(_heldOut);
        Score();
    }

    /// <summary>Scores the average if that is due.</summary>
    /// <param name="step">The number of steps done.</param>
    /// <param name="images">The number of images from which growing networks have their phase.</param>
    /// <returns>Whether it is the best so far.</returns>
    public bool AfterStep(long step, long images) => step % _options.Steps == 0 && ScoreAt(step, images);

    /// <summary>Scores the average of the last step, unless that was done.</summary>
    public void AtEnd(long step, long images)
    {
        if (_scores is [] || _scores[^1].Step != step)
            ScoreAt(step, images);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        _latents.Dispose();
        _labels?.Dispose();
        _best.Dispose();
    }

    private bool ScoreAt(long step, long images)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var score = new StepScore(step, Score());
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

    private double Score()
    {
        using var unchanged = GlobalRandom.Keep();
        Tensor[] batches =
        [
            .. _latents.split(BatchSize).Zip(
                _labels is null ? Enumerable.Repeat<Tensor?>(null, int.MaxValue) : _labels.split(BatchSize),
                (latents, labels) => _generator.forward(latents, labels)),
        ];
        var samples = Values(cat(batches));
        if (!Array.TrueForAll(samples, float.IsFinite))
            return _options.HigherIsBetter ? double.NegativeInfinity : double.PositiveInfinity;
        var name = _options.Features?.Name ?? "samples";
        var comparison = new Comparison(_real!, Features(samples), new(name, "", "", _real!.Count, _options.Samples));
        return _options.Metric.Measure(comparison).First().Value;
    }

    private FeatureSet Features(float[] samples)
    {
        var features = samples;
        if (_options.Features is { } extractor)
        {
            var count = samples.Length / extractor.InputSize;
            features = new float[count * extractor.FeatureSize];
            extractor.Extract(count, samples, features);
        }

        var set = new FeatureSet(_options.Features?.FeatureSize ?? _size, evidence: _options.Metric.Needs);
        set.Add(features);
        return set;
    }

    private static float[] Values(Tensor samples) => samples.flatten(0).cpu().contiguous().data<float>().ToArray();
}
