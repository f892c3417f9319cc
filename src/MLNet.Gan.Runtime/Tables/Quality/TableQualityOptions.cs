using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>How synthetic rows of a table are compared with real ones.</summary>
public sealed record TableQualityOptions
{
    /// <summary>The columns to leave out, such as identifiers; default none.</summary>
    public IReadOnlyList<string> WithoutColumns { get; init => field = Check.Items(value); } = [];

    /// <summary>
    /// The most rows of each table that are compared, drawn by the seed, at least 10; default 10 000. Copies are looked for among all
    /// training rows.
    /// </summary>
    public int Rows { get; init => field = value >= 10 ? value : throw Check.OutOfRange(nameof(Rows), value, "at least 10"); } = 10_000;

    /// <summary>
    /// The most columns of which all pairs are compared, at least 2; default 50, which are 1 225 pairs. Of more, so many are drawn by
    /// the seed.
    /// </summary>
    public int PairColumns { get; init => field = value >= 2 ? value : throw Check.OutOfRange(nameof(PairColumns), value, "at least 2"); } = 50;

    /// <summary>
    /// The trainer of the classifier that has to tell synthetic rows from real ones: it reads a Boolean "Label" and a vector "Features",
    /// and its transformer writes a number "Score" that is larger for synthetic rows. Null (default) is logistic regression, which is
    /// in Microsoft.ML itself; FastTree or LightGBM see more.
    /// </summary>
    public IEstimator<ITransformer>? Classifier { get; init; }

    /// <summary>The number of folds of the classifier's cross-validation, at least 2; default 5.</summary>
    public int Folds { get; init => field = value >= 2 ? value : throw Check.OutOfRange(nameof(Folds), value, "at least 2"); } = 5;

    /// <summary>The confidence level of all intervals, in (0, 1); default 0.95.</summary>
    public double Confidence { get; init => field = Check.OpenFraction(value); } = 0.95;

    /// <summary>The seed of rows, columns and folds; default 0.</summary>
    public int Seed { get; init; }
}
