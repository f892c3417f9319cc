namespace MLNet.Gan;

/// <summary>The mean of the classes' F1 scores, in which each class counts the same, at the trainer's own decisions.</summary>
public sealed record MacroF1 : IClassificationScore
{
    /// <inheritdoc/>
    public string Name => "macro F1";

    /// <inheritdoc/>
    public double Of(ClassPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return predictions.Classes.Average(predictions.F1);
    }
}
