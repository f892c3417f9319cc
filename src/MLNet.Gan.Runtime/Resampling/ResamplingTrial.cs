using System.Globalization;

namespace MLNet.Gan;

/// <summary>Compares methods of resampling by repeated cross-validation inside the training rows.</summary>
/// <param name="task">The training rows, the trainer, and the rows wanted in addition.</param>
/// <param name="candidates">The methods.</param>
/// <param name="score">The score to compare by.</param>
/// <param name="weightColumn">The column of weights that all trainings get; null for none.</param>
/// <param name="predictions">The columns of predictions.</param>
/// <param name="log">Takes what is done, in lines.</param>
internal sealed class ResamplingTrial(
    ResamplingTask task, IReadOnlyList<IResampling> candidates, IClassificationScore score, string? weightColumn,
    PredictionColumns predictions, Action<string> log)
{
    private readonly Dictionary<IResampling, string> _problems = [];

    /// <summary>Runs the comparison.</summary>
    public ResamplingComparison Run(int folds, int repeats, double confidence)
    {
        var rows = task.Context.Data.Cache(task.Rows); // Read again for each fold and candidate.
        var labels = ClassLabels.Read(task).Classes;
        var groups = task.SamplingKeyColumnName is { } key ? GroupColumn.Read(rows, key, task.CancellationToken) : null;
        string[] classes = [.. task.Counts.OrderBy(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key)];
        var used = Math.Min(folds, Most(labels, groups, classes));
        log($"Compares {candidates.Count} methods by {score.Name} in {used}-fold cross-validation, {repeats} times.");

        List<double> unchanged = [];
        var scores = candidates.ToDictionary(method => method, _ => new List<double>());
        for (var split = 0; split < used * repeats; split++)
        {
            var assigned = StratifiedFolds.Assign(labels, groups, used, task.Seed + split / used);
            var held = new Fold(assigned, split % used, rows, labels, task with { Seed = task.Seed + split });
            held.Require(classes, task.SamplingKeyColumnName);
            unchanged.Add(Score(held, new NoResampling(), classes));
            foreach (var method in scores.Keys.Where(method => !_problems.ContainsKey(method)))
            {
                try
                {
                    scores[method].Add(Score(held, method, classes));
                }
                catch (Exception e) when (e is InvalidOperationException or ArgumentException)
                {
                    _problems.Add(method, e.Message);
                    log($"{method.GetType().Name} is not compared: {e.Message}");
                }
            }
        }

        var level = 1 - (1 - confidence) / Math.Max(1, candidates.Count - _problems.Count);
        var comparison = new ResamplingComparison
        {
            ScoreName = score.Name, Folds = used, Repeats = repeats, Unchanged = unchanged.Average(),
            Candidates = [.. scores.Keys.Select(method => Compared(method, scores[method], unchanged, 1.0 / (used - 1), level))],
        };
        foreach (var line in comparison.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            log(line);
        return comparison;
    }

    private double Score(Fold held, IResampling method, IReadOnlyList<string> classes)
    {
        task.CancellationToken.ThrowIfCancellationRequested();
        var training = TrainingRows.Of(held.Task, method.Resample(held.Task), weightColumn);
        var model = task.Trainer!.Fit(training.View);
        try
        {
            training.RequireWeightsRead();
            var value = score.Of(predictions.Read(model.Transform(held.Test), held.TestLabels, classes));
            return double.IsFinite(value) ? value : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The {score.Name} is {value}, which cannot be compared."));
        }
        finally
        {
            (model as IDisposable)?.Dispose();
        }
    }

    private ComparedResampling Compared(
        IResampling method, List<double> scores, List<double> unchanged, double testShare, double level) =>
        _problems.TryGetValue(method, out var problem) ? new(method) { Problem = problem }
            : new(method)
            {
                Mean = scores.Average(),
                Difference = PairedInterval.Of([.. scores.Zip(unchanged, (with, without) => with - without)], testShare, level),
            };

    /// <summary>The most folds that all have rows of every class.</summary>
    private int Most(IReadOnlyList<string> labels, IReadOnlyList<string>? groups, string[] classes)
    {
        var counts = groups is null ? task.Counts
            : labels.Zip(groups).Distinct().CountBy(pair => pair.First).ToDictionary();
        var rarest = classes.MinBy(name => counts[name])!;
        return counts[rarest] >= 2 ? counts[rarest] : throw new InvalidOperationException(groups is null
            ? $"Class '{rarest}' has 1 row, but a comparison has to train on some rows and hold out others. Use more rows, or set "
                + $"{nameof(AugmentOptions)}.{nameof(AugmentOptions.Method)} to one method."
            : $"All rows of class '{rarest}' have the same value of '{task.SamplingKeyColumnName}', and cannot be trained on and held out at "
                + $"once. Use more groups, or set {nameof(AugmentOptions)}.{nameof(AugmentOptions.Method)} to one method.");
    }
}
