using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>
/// The best of some methods, if it is better than no resampling beyond chance in a cross-validation inside the training rows, or else
/// none.
/// </summary>
/// <remarks>
/// <para>
/// The training rows are divided into folds with the same shares of all classes; rows with the same sampling key stay together. For
/// each fold, each candidate resamples the other folds, the trainer is fitted to them, and the fold's own rows, which no candidate saw,
/// are scored. The interval of the mean difference from no resampling is the corrected resampled t interval of Nadeau &amp; Bengio
/// (2003), which allows for training sets that overlap, at the level 1 − (1 − <see cref="Confidence"/>) / c of c candidates
/// (Bonferroni): the chance that any useless one is chosen is about (1 − <see cref="Confidence"/>) / 2 at most.
/// </para>
/// <para>
/// So the trainer is fitted (c + 1) · <see cref="Folds"/> · <see cref="Repeats"/> times before the last training. A candidate that does
/// not work with the rows or the trainer is left out, and the comparison says why.
/// </para>
/// </remarks>
public sealed record AutoResampling : IResampling
{
    /// <summary>
    /// The candidates, at least one, of which those with weights have the same column; training on the rows as they are is always
    /// compared with. Default <see cref="ClassWeights"/>, <see cref="RandomOversampling"/> and <see cref="SmoteNc"/>.
    /// </summary>
    public IReadOnlyList<IResampling> Candidates { get; init => field = Checked(value); } =
        [new ClassWeights(), new RandomOversampling(), new SmoteNc()];

    /// <summary>
    /// The score to compare by; null (default) is <see cref="AveragePrecision"/> for two classes and <see cref="MacroF1"/> for more.
    /// </summary>
    public IClassificationScore? Score { get; init; }

    /// <summary>
    /// The number of folds, at least 2; default 5. A class with fewer rows, or in fewer groups, lowers it to their number.
    /// </summary>
    public int Folds { get; init => field = value >= 2 ? value : throw Check.OutOfRange(nameof(Folds), value, "at least 2"); } = 5;

    /// <summary>How often the rows are divided anew, at least 1; default 3.</summary>
    public int Repeats { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The confidence level of all intervals together, in (0, 1); default 0.95.</summary>
    public double Confidence { get; init => field = Check.OpenFraction(value); } = 0.95;

    /// <summary>The column of predicted classes in the model's output: a key, text or a Boolean; default "PredictedLabel".</summary>
    public string PredictedLabelColumnName { get; init => field = Check.Name(value); } = "PredictedLabel";

    /// <summary>
    /// The column of scores in the model's output: Single for two classes, or a vector with one for each class; default "Score".
    /// </summary>
    public string ScoreColumnName { get; init => field = Check.Name(value); } = "Score";

    /// <inheritdoc/>
    string? IResampling.WeightColumnName => WeightColumnName;

    private string? WeightColumnName => Candidates.Select(candidate => candidate.WeightColumnName).FirstOrDefault(name => name is not null);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The trainer is not known, a class has fewer than two rows or all of them in one group, or the trainer fails on the rows as they
    /// are.
    /// </exception>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Trainer is null)
            throw new InvalidOperationException(
                $"{nameof(AutoResampling)} compares methods by what a trainer learns, but the task has none. Use ml.Gan.Augment, or set "
                    + $"{nameof(ResamplingTask)}.{nameof(ResamplingTask.Trainer)}.");
        if (Wanted.Of(task).Count == 0)
            return new() { Method = new NoResampling() };

        using var channel = ((IHostEnvironment)task.Context).Register("MLNet.Gan").Start("Augmentation");
        var comparison = new ResamplingTrial(
            task, Candidates, Score ?? (task.Counts.Count == 2 ? new AveragePrecision() : new MacroF1()), WeightColumnName,
            new(PredictedLabelColumnName, ScoreColumnName), text => channel.Info(MessageSensitivity.UserData, "{0}", text))
            .Run(Folds, Repeats, Confidence);
        return comparison.Chosen.Resample(task) with { Comparison = comparison };
    }

    private static IReadOnlyList<IResampling> Checked(IReadOnlyList<IResampling> candidates)
    {
        Check.Each(candidates, candidate => candidate is not AutoResampling, "methods, not another comparison", nameof(Candidates));
        if (candidates.Count == 0)
            throw new ArgumentException($"{nameof(Candidates)} is empty. Give at least one method.", nameof(Candidates));
        if (candidates.Distinct().Count() < candidates.Count)
            throw new ArgumentException($"{nameof(Candidates)} has a method twice. Give each once.", nameof(Candidates));
        string[] weights = [.. candidates.Select(candidate => candidate.WeightColumnName!).Where(name => name is not null).Distinct()];
        return weights.Length <= 1 ? candidates : throw new ArgumentException(
            $"The candidates have weights in the columns {Wanted.Names(weights)}, but a trainer reads one. Use the same name.", nameof(Candidates));
    }
}
