namespace MLNet.Gan;

/// <summary>A score of a classifier's predictions by which methods of resampling are compared; larger is better.</summary>
public interface IClassificationScore
{
    /// <summary>The score's name, as in reports.</summary>
    string Name { get; }

    /// <summary>Computes the score of the predictions for held-out rows.</summary>
    /// <exception cref="InvalidOperationException">The predictions have not what the score is computed from.</exception>
    double Of(ClassPredictions predictions);
}
