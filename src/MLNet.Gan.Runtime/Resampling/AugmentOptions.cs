namespace MLNet.Gan;

/// <summary>How training rows are augmented before a classifier is trained on them.</summary>
public sealed record AugmentOptions
{
    /// <summary>The column of classes: a key, text or a Boolean; default "Label".</summary>
    public string LabelColumnName { get; init => field = Check.Name(value); } = "Label";

    /// <summary>How many rows each class should have; default <see cref="ClassBalance.Equal"/>.</summary>
    public IClassBalance Balance { get; init => field = Check.NotNull(value); } = ClassBalance.Equal;

    /// <summary>What makes up for rare classes; default <see cref="AutoResampling"/>, which decides by evidence.</summary>
    public IResampling Method { get; init => field = Check.NotNull(value); } = new AutoResampling();

    /// <summary>
    /// The columns that the classifier may learn from, which new rows get values for; null (default) for all but the label, the
    /// sampling key and those that are excluded.
    /// </summary>
    public IReadOnlyList<string>? InputColumnNames { get; init => field = value is null ? null : Check.Items(value); }

    /// <summary>
    /// Columns that are no inputs, such as a row's identifier; default none. In a row made of a real one they have that one's values.
    /// </summary>
    public IReadOnlyList<string> ExcludedColumnNames { get; init => field = Check.Items(value); } = [];

    /// <summary>
    /// The column whose equal values belong together, such as a patient's number: a comparison does not divide them between training
    /// and test; null (default) for none. It is no input.
    /// </summary>
    public string? SamplingKeyColumnName { get; init => field = Check.NameOrNull(value); }

    /// <summary>The seed of all random choices; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The receiver of each fit's result, for estimators within a pipeline; null (default) for none.</summary>
    public IProgress<AugmentResult>? Results { get; init; }

    /// <summary>
    /// Ends a fit with an <see cref="OperationCanceledException"/>, at the latest when the trainer's current fit is done.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }
}
