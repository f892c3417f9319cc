namespace MLNet.Gan;

/// <summary>
/// The area under the precision-recall curve of the rarer of two classes, as average precision: Σ (Rₙ − Rₙ₋₁) Pₙ over the thresholds.
/// </summary>
/// <remarks>
/// In [0, 1]; scores at random have the share of the class. There is no interpolation between thresholds, which would be too
/// optimistic (Davis &amp; Goadrich, 2006); scikit-learn's <c>average_precision_score</c> is the same.
/// </remarks>
public sealed record AveragePrecision : IClassificationScore
{
    /// <inheritdoc/>
    public string Name => "average precision";

    /// <inheritdoc/>
    public double Of(ClassPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        var scores = predictions.MinorityScores ?? throw new InvalidOperationException(
            $"The average precision needs scores, but the model gives none for class '{predictions.Minority}'. Set "
                + $"{nameof(AutoResampling)}.{nameof(AutoResampling.ScoreColumnName)}, or compare by {nameof(MinorityF1)}.");
        var (rows, hits, sum) = (0, 0, 0.0);
        foreach (var tied in scores.Index().GroupBy(score => score.Item).OrderByDescending(group => group.Key))
        {
            // Rows of equal scores are above a threshold together.
            var found = tied.Count(row => predictions.Actual[row.Index] == predictions.Minority);
            (rows, hits) = (rows + tied.Count(), hits + found);
            sum += (double)found * hits / rows;
        }

        return hits == 0 ? 0 : sum / hits;
    }
}
