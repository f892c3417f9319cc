namespace MLNet.Gan.Metrics;

/// <summary>A reason to doubt a score.</summary>
/// <param name="Code">The kind of warning, for programs: a constant of this type.</param>
/// <param name="Message">The description for people: whole sentences.</param>
public sealed record ScoreWarning(string Code, string Message)
{
    /// <summary>A side has fewer samples than there are features.</summary>
    public const string FewerSamplesThanFeatures = "fewer-samples-than-features";

    /// <summary>A side has fewer samples than is usual for the metric.</summary>
    public const string FewSamples = "few-samples";

    /// <summary>The covariance of a side has a low rank, which suggests mode collapse.</summary>
    public const string LowRank = "low-rank";

    /// <summary>Generated samples are nearer to each other than real ones, which suggests mode collapse.</summary>
    public const string LowDiversity = "low-diversity";

    /// <summary>Generated samples are so near to real ones that they may be copies.</summary>
    public const string Memorization = "memorization";

    /// <summary>Generated samples have exactly the features of a real one and are left out of a mean.</summary>
    public const string Copies = "copies";

    /// <summary>The number of samples of a side's statistics is not known.</summary>
    public const string UnknownCount = "unknown-count";

    /// <summary>A column has a value of its own in nearly every row.</summary>
    public const string Identifier = "identifier";

    /// <summary>The shares of missing values differ.</summary>
    public const string MissingValues = "missing-values";

    /// <summary>There are generated categories that no real row has.</summary>
    public const string ForeignValues = "foreign-values";

    /// <summary>The generator or the network gives other values for equal inputs in another run.</summary>
    public const string RandomOutputs = "random-outputs";

    /// <summary>The generator or the network computes a row from the other rows of its batch.</summary>
    public const string BatchDependence = "batch-dependence";

    /// <summary>The values of a side use only a part of the range that they should have.</summary>
    public const string ValueRange = "value-range";

    /// <summary>The network of a side's statistics is not known.</summary>
    public const string UnknownOrigin = "unknown-origin";

    /// <summary>Image files that cannot be read were left out.</summary>
    public const string ImagesLeftOut = "images-left-out";

    /// <summary>Image files have properties that change scores: alpha, 16 bits, an orientation, CMYK, several frames.</summary>
    public const string UnusualImages = "unusual-images";

    /// <summary>There are no real rows that were kept back from training.</summary>
    public const string NoHoldout = "no-holdout";

    /// <summary>Rows that should have been kept back from training equal training rows.</summary>
    public const string HoldoutInTraining = "holdout-in-training";

    /// <summary>Pairs of columns were left out.</summary>
    public const string PairsLeftOut = "pairs-left-out";

    /// <summary>Rows were left out.</summary>
    public const string RowsLeftOut = "rows-left-out";
}
