using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Some rows of a view: their samples one after another and, if requested, their labels.</summary>
internal readonly record struct SampleBlock(int Count, ReadOnlyMemory<float> Samples, int[] Labels);

/// <summary>Reads a view block by block, so that networks see whole batches.</summary>
internal static class SampleBlocks
{
    private const int Size = 64;

    /// <summary>The blocks of one pass. Each is overwritten by the next.</summary>
    public static IEnumerable<SampleBlock> Read(IDataView view, string columnName, string? labelName, int sampleSize)
    {
        var column = ColumnCheck.FindVector(view.Schema, "input", columnName, sampleSize);
        var label = labelName is null ? (DataViewSchema.Column?)null : ColumnCheck.FindLabel(view.Schema, labelName);
        using var cursor = view.GetRowCursor(label is { } also ? [column, also] : [column]);
        var readSample = SampleColumn.Bind(cursor, column, SampleShape.Vector(sampleSize), isBounded: false);
        var readLabel = label is { } bound ? LabelColumn.Bind(cursor, bound) : null;

        var samples = new float[Size * sampleSize];
        List<int> labels = [];
        var count = 0;
        while (cursor.MoveNext())
        {
            readSample(samples.AsSpan(count++ * sampleSize, sampleSize));
            if (readLabel is not null)
                labels.Add((int)readLabel());
            if (count < Size)
                continue;
            yield return new(count, samples, [.. labels]);
            (count, labels) = (0, []);
        }

        if (count > 0)
            yield return new(count, samples.AsMemory(0, count * sampleSize), [.. labels]);
    }
}
