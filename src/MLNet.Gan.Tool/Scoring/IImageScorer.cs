using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>A network that judges images of 8 bits a color.</summary>
internal interface IImageScorer : IDisposable
{
    /// <summary>Which network it is and what it does to an image; the counts are 0.</summary>
    Protocol Protocol { get; }

    /// <summary>How many features an image has.</summary>
    int FeatureSize { get; }

    /// <summary>How many logits an image has; 0 without.</summary>
    int Classes { get; }

    /// <summary>Judges images of one size and adds what it finds to a set.</summary>
    void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set);
}
