using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>A feature network for images of 8 bits per color.</summary>
internal interface IImageScorer : IDisposable
{
    /// <summary>The network and its preprocessing, with counts of 0.</summary>
    Protocol Protocol { get; }

    /// <summary>The number of features of an image.</summary>
    int FeatureSize { get; }

    /// <summary>The number of logits of an image; 0 without.</summary>
    int Classes { get; }

    /// <summary>The reasons to doubt its features that were seen so far.</summary>
    IReadOnlyList<ScoreWarning> Warnings => [];

    /// <summary>Returns why it does not take an image, as a predicate with what to do; null if it takes it.</summary>
    string? Refusal(ImagePlanes image) => null;

    /// <summary>Computes the features of images of one size and adds them to a set.</summary>
    void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set);
}
