namespace MLNet.Gan.Metrics;

/// <summary>Predicted labels: the label of the largest logit, the lowest of equal ones.</summary>
internal static class Predictions
{
    /// <summary>Returns the predicted label of one sample.</summary>
    public static int LabelOf(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var label = 1; label < logits.Length; label++)
        {
            if (logits[label] > logits[best])
                best = label;
        }

        return best;
    }

    /// <summary>Returns the number of samples of each predicted label.</summary>
    public static long[] Counts(FeatureSet set)
    {
        var counts = new long[set.Classes];
        for (var logits = set.Logits.Span; logits.Length > 0; logits = logits[set.Classes..])
            counts[LabelOf(logits[..set.Classes])]++;
        return counts;
    }
}
