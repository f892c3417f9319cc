using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Reads predictions out of a model's output.</summary>
/// <param name="PredictedLabel">The column of predicted classes.</param>
/// <param name="Score">The column of scores: one number for "True" of two classes, or a vector with one of each class.</param>
internal sealed record PredictionColumns(string PredictedLabel, string Score)
{
    /// <summary>Reads the predictions of rows whose classes are known.</summary>
    public ClassPredictions Read(IDataView scored, IReadOnlyList<string> actual, IReadOnlyList<string> classes)
    {
        var label = ClassColumn.Find(scored.Schema, PredictedLabel);
        var score = scored.Schema.GetColumnOrNull(Score);
        using var cursor = scored.GetRowCursor(score is { } also ? [label, also] : [label]);
        var (read, evidence) = (ClassColumn.Bind(cursor, label), score is { } column ? Evidence(cursor, column, label, classes) : null);
        var (predicted, scores) = (new List<string>(), new List<double>());
        while (cursor.MoveNext())
        {
            predicted.Add(read());
            if (evidence is not null)
                scores.Add(evidence());
        }

        if (predicted.Count != actual.Count)
            throw new InvalidOperationException(
                $"The model gave {predicted.Count} predictions for {actual.Count} rows. A pipeline that leaves rows out cannot be compared: "
                    + "filter the rows before ml.Gan.Augment.");
        return new() { Classes = classes, Actual = actual, Predicted = predicted, MinorityScores = evidence is null ? null : scores };
    }

    /// <summary>What speaks for the rarest class in the current row; null if the scores do not say.</summary>
    private static Func<double>? Evidence(
        DataViewRow row, DataViewSchema.Column score, DataViewSchema.Column label, IReadOnlyList<string> classes)
    {
        if (score.Type == NumberDataViewType.Single && classes.Count == 2)
        {
            var getter = row.GetGetter<float>(score);
            var (value, sign) = (0f, classes[0] == Positive(label, classes) ? 1 : -1);
            return () =>
            {
                getter(ref value);
                return sign * value;
            };
        }

        IReadOnlyList<string> names = SlotNames.Of(score) is { Count: > 0 } slots ? slots : ClassColumn.KeyNames(label);
        if (score.Type is not VectorDataViewType { Size: > 0 } vector || vector.ItemType != NumberDataViewType.Single
            || names.ToList().IndexOf(classes[0]) is not (>= 0 and var slot))
            return null;
        var vectors = row.GetGetter<VBuffer<float>>(score);
        VBuffer<float> scores = default;
        return () =>
        {
            vectors(ref scores);
            return scores.GetItemOrDefault(slot);
        };
    }

    /// <summary>The class that a single score speaks for: "True", or the second key.</summary>
    private static string Positive(DataViewSchema.Column label, IReadOnlyList<string> classes) =>
        classes.Contains(bool.TrueString) ? bool.TrueString
            : ClassColumn.KeyNames(label) is [_, var second] ? second
            : classes.Order(StringComparer.Ordinal).Last();
}
