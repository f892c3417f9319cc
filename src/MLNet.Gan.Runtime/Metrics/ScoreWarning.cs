namespace MLNet.Gan.Metrics;

/// <summary>Something that makes a score doubtful.</summary>
/// <param name="Code">What it is, for programs: a constant of this type.</param>
/// <param name="Message">What it is, for people: whole sentences.</param>
public sealed record ScoreWarning(string Code, string Message)
{
    /// <summary>A side has fewer samples than there are features.</summary>
    public const string FewerSamplesThanFeatures = "fewer-samples-than-features";

    /// <summary>A side has fewer samples than is usual for the metric.</summary>
    public const string FewSamples = "few-samples";

    /// <summary>The features of a side vary in few directions, which hints at mode collapse.</summary>
    public const string LowRank = "low-rank";

    /// <summary>Generated samples are nearer to each other than real ones, which hints at mode collapse.</summary>
    public const string LowDiversity = "low-diversity";

    /// <summary>Generated samples are so near to real ones that they may repeat them.</summary>
    public const string Memorization = "memorization";

    /// <summary>Generated samples have the very features of a real one and are left out of an average.</summary>
    public const string Copies = "copies";

    /// <summary>It is not known how many samples the statistics of a side stand for.</summary>
    public const string UnknownCount = "unknown-count";

    /// <summary>It is not known which network made the statistics of a side.</summary>
    public const string UnknownOrigin = "unknown-origin";
}
