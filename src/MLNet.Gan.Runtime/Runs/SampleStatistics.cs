namespace MLNet.Gan;

/// <summary>
/// Samples of the averaged generator compared with real ones, and the discriminator's logits of both. Latents, labels and
/// real samples are the same through a run.
/// </summary>
/// <remarks>
/// Vectors are compared in the space of the training (standardized ones), images after averaging to at most 16 × 16 pixels.
/// With classes, every class has the same number of samples.
/// </remarks>
public sealed record SampleStatistics
{
    /// <summary>
    /// The mean distance between two generated samples, relative to that between two real ones: 0 when all are equal.
    /// </summary>
    public required double Diversity { get; init; }

    /// <summary>
    /// The share of real samples that have a generated one within the distance of their fifth nearest real neighbor
    /// (coverage; Naeem et al., 2020, eq. 10). For as many samples of the data it is about 0.97.
    /// </summary>
    public required double Coverage { get; init; }

    /// <summary>
    /// The share of generated samples that lie within the distance of the fifth nearest real neighbor of a real one
    /// (improved precision; Kynkäänniemi et al., 2019, eq. 1).
    /// </summary>
    public required double Precision { get; init; }

    /// <summary>
    /// The share of generated samples that have another one nearer than 99 % of the real samples have: near-duplicates.
    /// </summary>
    public required double DuplicateShare { get; init; }

    /// <summary>The root mean square of generated values relative to that of real ones.</summary>
    public required double Scale { get; init; }

    /// <summary>The mean logit of the real samples of the comparison, of the training, without augmentation.</summary>
    public required double TrainingLogit { get; init; }

    /// <summary>The mean logit of generated samples.</summary>
    public required double GeneratedLogit { get; init; }

    /// <summary>The mean logit of real samples that are held out of the training; null where none are.</summary>
    public double? HeldOutLogit { get; init; }

    /// <summary>
    /// The share of generated samples that are nearer to a real sample of the training than to any of equally many held-out
    /// ones; ½ where nothing is copied, null where none are held out.
    /// </summary>
    public double? NearTrainingShare { get; init; }

    /// <summary>The lowest coverage of a class by generated samples of that class; null without classes.</summary>
    public double? LowestClassCoverage { get; init; }

    /// <summary>The class that has it; null without classes.</summary>
    public int? LowestClass { get; init; }

    /// <summary>How that class is called, in quotation marks if by a name or a key's value; null without classes.</summary>
    public string? LowestClassName { get; init; }

    /// <summary>
    /// The component of two values, such as one of a one-hot category, whose frequent value the generated samples lack most;
    /// null where there is none.
    /// </summary>
    public int? RarestCategory { get; init; }

    /// <summary>How that component is called, in quotation marks if by a slot name; null where there is none.</summary>
    public string? RarestCategoryName { get; init; }

    /// <summary>The share of real samples that have it; null where there is none.</summary>
    public double? RarestCategoryRealShare { get; init; }

    /// <summary>The share of generated samples that have it; null where there is none.</summary>
    public double? RarestCategoryShare { get; init; }
}
