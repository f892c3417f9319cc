using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The encoded rows of a table as samples of a training.</summary>
internal static class TabularSamples
{
    private const int EncodedAtOnce = 1024;

    /// <summary>Encodes rows as they are read.</summary>
    /// <param name="input">The table, which is read once.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="seed">The seed of the modes that are drawn.</param>
    /// <param name="spill">Where they are kept if they are many; null for memory.</param>
    /// <param name="device">The device of the training.</param>
    /// <param name="most">The most rows to read.</param>
    /// <exception cref="InvalidOperationException">The table has other rows than those that the encoding was learned from.</exception>
    public static SampleSet Read(IDataView input, TableEncoding encoding, int seed, SpillOptions? spill, Device device, long most = long.MaxValue)
    {
        using var scope = NewDisposeScope();
        var width = encoding.Layout.Width;
        using var writer = new StoreWriter(SampleShape.Vector(width), spill, Math.Min(most, encoding.Rows));
        foreach (var batch in encoding.Encode(input, seed, EncodedAtOnce))
        {
            for (var start = 0; start < batch.Length && writer.Count < most; start += width)
                batch.Span.Slice(start, width).CopyTo(writer.Next());
            if (writer.Count >= most)
                break;
        }

        if (most >= encoding.Rows && writer.Count != encoding.Rows)
            throw new InvalidOperationException(
                $"The table gave {encoding.Rows} rows when it was read first, and {writer.Count} at the second time. Keep its rows in memory before "
                    + "(ml.Data.Cache), or let it give the same ones each time.");
        var samples = new SampleSet(writer.Complete(device)) { Names = new([], Names(encoding.Layout)) };
        if (encoding.Layout.ConditionBlocks().ToArray() is { Length: > 0 } blocks)
            samples.SetConditions([.. blocks.Select(block => (block.Start, block.Width))]);
        return samples;
    }

    private static string[] Names(TableLayout layout) =>
    [
        .. layout.Blocks.SelectMany(block => block.IsOneHot ? block.States.Select(state => $"{block.Column}={state}") : [block.Column]),
        .. layout.ConditionBlocks().SelectMany(block => block.States.Select(state => $"{block.Column}={state}")),
    ];
}
