namespace MLNet.Gan;

/// <summary>The F1 score of the class with the fewest training rows, at the trainer's own threshold: 2 TP / (2 TP + FP + FN).</summary>
public sealed record MinorityF1 : IClassificationScore
{
    /// <inheritdoc/>
    public string Name => "F1 of the rarest class";

    /// <inheritdoc/>
    public double Of(ClassPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return predictions.F1(predictions.Minority);
    }
}
