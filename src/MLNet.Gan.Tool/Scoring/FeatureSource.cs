using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Set">The features of its images.</param>
/// <param name="Origin">How its features were computed; null if unknown.</param>
/// <param name="IsCountKnown">Whether the number of images is known.</param>
internal sealed record FeatureSource(string Name, FeatureSet Set, Protocol? Origin, bool IsCountKnown)
{
    /// <summary>The images whose features are still to be computed; null if there are none.</summary>
    public ImageSource? Images { get; init; }

    /// <summary>Whether that number was given and is not in its file.</summary>
    public bool WasCountGiven { get; init; }

    /// <summary>The reasons to doubt its features.</summary>
    public IReadOnlyCollection<ScoreWarning> Warnings { get; init; } = [];

    /// <summary>Those of the reasons that were not written on the error stream yet.</summary>
    public IReadOnlyCollection<ScoreWarning> UnsaidWarnings { get; init; } = [];

    /// <summary>
    /// The moments that a file has beside these images, mostly of more images; null without. Metrics of moments take them.
    /// </summary>
    public FeatureSource? Moments { get; init; }

    /// <summary>The number of images in the file beside these moments.</summary>
    public long ImagesBeside { get; init; }

    /// <summary>The number of images; 0 if unknown.</summary>
    public long Count => IsCountKnown ? Set.Count : 0;

    /// <summary>Returns the side as a metric takes it.</summary>
    public FeatureSource For(IMetric metric) => metric.Needs == Evidence.Moments ? Moments ?? this : this;
}
