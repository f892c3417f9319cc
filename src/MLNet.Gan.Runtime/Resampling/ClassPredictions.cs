namespace MLNet.Gan;

/// <summary>A classifier's predictions for held-out rows.</summary>
public sealed record ClassPredictions
{
    /// <summary>The classes of the training rows, the one with the fewest rows first.</summary>
    public required IReadOnlyList<string> Classes { get; init => field = Check.NotNull(value); }

    /// <summary>The class of each row.</summary>
    public required IReadOnlyList<string> Actual { get; init => field = Check.NotNull(value); }

    /// <summary>The predicted class of each row, as the trainer decides it: its own threshold applies.</summary>
    public required IReadOnlyList<string> Predicted { get; init => field = Check.NotNull(value); }

    /// <summary>
    /// For each row, how much speaks for the class with the fewest training rows, in any unit; null if the model does not say.
    /// </summary>
    public IReadOnlyList<double>? MinorityScores { get; init; }

    /// <summary>The class with the fewest training rows.</summary>
    public string Minority => Classes[0];

    /// <summary>The F1 score of a class: 2 TP / (2 TP + FP + FN), and 0 where the class is neither there nor predicted.</summary>
    internal double F1(string name)
    {
        var (hits, misses) = (0, 0);
        for (var row = 0; row < Actual.Count; row++)
        {
            var (isActual, isPredicted) = (Actual[row] == name, Predicted[row] == name);
            hits += isActual && isPredicted ? 1 : 0;
            misses += isActual != isPredicted ? 1 : 0;
        }

        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + misses);
    }
}
