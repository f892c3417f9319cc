namespace MLNet.Gan.Metrics;

/// <summary>The statistics to collect from a set of samples.</summary>
[Flags]
public enum Evidence
{
    /// <summary>Only the count.</summary>
    None = 0,

    /// <summary>Mean and covariance of the features.</summary>
    Moments = 1,

    /// <summary>The features of every sample.</summary>
    Features = 2,

    /// <summary>The logits of every sample, one for each class of the classifier.</summary>
    Logits = 4,
}
