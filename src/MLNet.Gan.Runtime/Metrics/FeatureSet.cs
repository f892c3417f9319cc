namespace MLNet.Gan.Metrics;

/// <summary>The network outputs for a set of samples, collected batch by batch.</summary>
/// <remarks>Adding rows is not thread-safe; after that, any number of threads may read it.</remarks>
public sealed class FeatureSet
{
    private readonly FeatureStatistics? _statistics;
    private readonly RowStore? _features;
    private readonly RowStore? _logits;

    /// <summary>Creates an empty set.</summary>
    /// <param name="dimension">The number of features of a sample, at least 1.</param>
    /// <param name="classes">The number of logits of a sample, at least 2; 0 without a classifier.</param>
    /// <param name="evidence">The statistics to collect.</param>
    public FeatureSet(int dimension, int classes = 0, Evidence evidence = Evidence.Moments | Evidence.Features)
    {
        Dimension = Check.Positive(dimension, nameof(dimension));
        Classes = Check.NotNegative(classes, nameof(classes));
        Evidence = evidence;
        _statistics = evidence.HasFlag(Evidence.Moments) ? new(dimension) : null;
        _features = evidence.HasFlag(Evidence.Features) ? new("features", dimension) : null;
        _logits = evidence.HasFlag(Evidence.Logits) ? new("logits", Check.Positive(classes, nameof(classes))) : null;
    }

    private FeatureSet(FeatureStatistics statistics, int classes)
    {
        (_statistics, Dimension, Count, Classes, Evidence) =
            (statistics, statistics.Dimension, statistics.Count, classes, Evidence.Moments);
        if (classes == 0)
            return;
        Evidence |= Evidence.Logits;
        _logits = new("logits", classes);
    }

    /// <summary>The number of features of a sample.</summary>
    public int Dimension { get; }

    /// <summary>The number of logits of a sample; 0 without a classifier.</summary>
    public int Classes { get; }

    /// <summary>The statistics that are collected.</summary>
    public Evidence Evidence { get; }

    /// <summary>The number of samples.</summary>
    public long Count { get; private set; }

    /// <summary>The mean and covariance of the features.</summary>
    /// <exception cref="InvalidOperationException">They were not collected.</exception>
    public FeatureStatistics Statistics => _statistics ?? throw NotGathered(Evidence.Moments);

    /// <summary>The features, row-major: Count × Dimension finite numbers.</summary>
    /// <exception cref="InvalidOperationException">They were not collected.</exception>
    public ReadOnlyMemory<float> Features => (_features ?? throw NotGathered(Evidence.Features)).Rows;

    /// <summary>The logits, row-major: Count × Classes finite numbers.</summary>
    /// <exception cref="InvalidOperationException">They were not collected.</exception>
    public ReadOnlyMemory<float> Logits => (_logits ?? throw NotGathered(Evidence.Logits)).Rows;

    /// <summary>Creates a set with moments only, such as those of a file.</summary>
    /// <param name="statistics">The moments; they are not copied.</param>
    public static FeatureSet Of(FeatureStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return new(statistics, classes: 0);
    }

    /// <summary>Creates a set with moments and, optionally, logits.</summary>
    internal static FeatureSet Of(FeatureStatistics statistics, int classes, ReadOnlySpan<float> logits)
    {
        if (logits.Length != statistics.Count * classes && !logits.IsEmpty)
            throw new ArgumentException(
                $"{statistics.Count} samples need {statistics.Count} × {classes} logits, not {logits.Length}.");
        var set = new FeatureSet(statistics, logits.IsEmpty ? 0 : classes);
        set._logits?.Check(logits);
        set._logits?.Add(logits);
        return set;
    }

    /// <summary>Adds samples.</summary>
    /// <param name="features">The features of one or more samples; finite.</param>
    /// <param name="logits">Their logits; empty when they are not collected.</param>
    /// <exception cref="ArgumentException">A length is wrong, or a value is not finite.</exception>
    public void Add(ReadOnlySpan<float> features, ReadOnlySpan<float> logits = default)
    {
        var count = features.Length / Dimension;
        if (count * Dimension != features.Length)
            throw new ArgumentException($"The features are {features.Length} values, which are no whole number of rows "
                + $"of {Dimension}.", nameof(features));
        if (_logits is not null && logits.Length != count * Classes)
            throw new ArgumentException(
                $"{count} samples need {count} × {Classes} logits, but there are {logits.Length}.", nameof(logits));

        _logits?.Check(logits);
        _features?.Check(features);
        _statistics?.Add(features); // It validates first, so nothing is added when a value is invalid.
        _features?.Add(features);
        _logits?.Add(logits);
        Count += count;
    }

    /// <summary>Returns some of the samples; their features must have been collected.</summary>
    internal FeatureSet Rows(ReadOnlySpan<int> rows)
    {
        var set = new FeatureSet(Dimension, Classes, Evidence);
        var features = Features.Span;
        var logits = _logits is null ? default : Logits.Span;
        foreach (var row in rows)
            set.Add(features.Slice(row * Dimension, Dimension),
                logits.IsEmpty ? default : logits.Slice(row * Classes, Classes));
        return set;
    }

    private static InvalidOperationException NotGathered(Evidence evidence) => new(
        $"The {evidence} of these samples were not gathered. Name them in the evidence of the feature set; a file of "
            + "statistics has Moments only.");
}
