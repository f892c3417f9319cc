using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>The accuracy of a classifier on generated samples, with the requested label as the truth.</summary>
/// <param name="Classifier">The name of the classifier; values of two classifiers are not comparable.</param>
/// <param name="Count">The number of samples.</param>
/// <param name="Overall">The share of samples whose largest logit is that of the requested label, in [0, 1].</param>
/// <param name="PerClass">The same per requested label; NaN for a label without samples.</param>
public sealed record LabelAccuracy(string Classifier, long Count, double Overall, IReadOnlyList<double> PerClass)
{
    /// <summary>Computes the accuracy of predictions; of equal logits, the lowest label is predicted.</summary>
    /// <param name="logits">A row of <paramref name="classes"/> finite values per sample, row-major.</param>
    /// <param name="wanted">The label that each sample was generated for, from 0.</param>
    /// <param name="classes">The number of labels of the classifier.</param>
    /// <param name="classifier">The name of the classifier.</param>
    public static LabelAccuracy Of(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> wanted, int classes, string classifier)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(classifier);
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "A classifier has at least 2 labels.");
        if (wanted.IsEmpty || logits.Length != (long)wanted.Length * classes)
            throw new ArgumentException($"{wanted.Length} labels need {wanted.Length} × {classes} logits and there "
                + $"must be at least one, but there are {logits.Length} logits.", nameof(logits));

        var (right, total) = (new long[classes], new long[classes]);
        for (var row = 0; row < wanted.Length; row++)
        {
            var label = wanted[row];
            if (label < 0 || label >= classes)
                throw new ArgumentOutOfRangeException(
                    nameof(wanted), label, $"The label of row {row} is {label}, but must be from 0 to {classes - 1}.");
            total[label]++;
            if (IndexOfLargest(logits.Slice(row * classes, classes), row) == label)
                right[label]++;
        }

        return new(classifier, wanted.Length, (double)right.Sum() / wanted.Length,
            [.. right.Zip(total, (r, t) => (double)r / t)]);
    }

    /// <summary>Returns the name, share, count and worst label on one line.</summary>
    public override string ToString()
    {
        var (worst, share) = PerClass.Index().Where(label => !double.IsNaN(label.Item)).MinBy(label => label.Item);
        return string.Create(CultureInfo.InvariantCulture,
            $"Label accuracy ({Classifier}) = {Overall:0.0%} of {Count} samples, least {share:0.0%} for label {worst}");
    }

    private static int IndexOfLargest(ReadOnlySpan<float> logits, int row)
    {
        var best = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            if (!float.IsFinite(logits[i]))
                throw new ArgumentException(
                    $"Row {row}, column {i} of the logits is {logits[i]}, but a logit must be finite.", nameof(logits));
            if (logits[i] > logits[best])
                best = i;
        }

        return best;
    }
}
