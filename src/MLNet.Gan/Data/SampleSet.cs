using System.Runtime.InteropServices;
using Microsoft.ML;

namespace MLNet.Gan.Data;

/// <summary>
/// All training samples in one tensor [N, …] on the device, read in one pass; with classes, their labels.
/// </summary>
internal sealed class SampleSet : IDisposable
{
    private const int BlockValues = 1 << 24;
    private const int MostBlockRows = 4096;
    private readonly Tensor _samples;
    private readonly Tensor? _labelTensor;
    private readonly long[]? _labels;

    /// <summary>A set that owns the samples.</summary>
    public SampleSet(Tensor samples, long[]? labels = null, int classes = 0)
    {
        using var scope = NewDisposeScope();
        (_samples, _labels, Classes) = (samples, labels, classes);
        _labelTensor = labels is null ? null : tensor(labels).to(samples.device).DetachFromDisposeScope();
    }

    /// <summary>The number of samples.</summary>
    public int Count => (int)_samples.shape[0];

    /// <summary>The number of classes; 0 where there are none.</summary>
    public int Classes { get; }

    /// <summary>How many samples each class has.</summary>
    public IReadOnlyList<int> ClassCounts
    {
        get
        {
            var counts = new int[Classes];
            foreach (var label in _labels ?? [])
                counts[label]++;
            return counts;
        }
    }

    /// <summary>The samples at some rows, as a batch that the caller's scope owns.</summary>
    public Batch this[long[] rows]
    {
        get
        {
            var index = tensor(rows).to(_samples.device);
            return new(_samples.index_select(0, index), _labelTensor?.index_select(0, index));
        }
    }

    /// <summary>Endless row numbers in random order.</summary>
    /// <param name="seed">Equal seeds give equal rows.</param>
    /// <param name="balanced">Whether every class that has rows is drawn equally often.</param>
    /// <param name="packing">How many rows, one after the other, share a class.</param>
    public IEnumerable<long> Rows(int seed, bool balanced, int packing = 1)
    {
        var random = new Random(seed);
        return _labels is null || (packing == 1 && !balanced)
            ? RowOrder.Shuffled(Count, random)
            : RowOrder.Packed(_labels, packing, random, balanced);
    }

    /// <summary>The units that the samples were brought to for training; null where they are as they were.</summary>
    public Standardization? Standardization { get; private set; }

    /// <summary>
    /// Brings every component of vectors to mean 0 and deviation 1, where they are; <see cref="Standardization"/>
    /// undoes it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The samples are images.</exception>
    public void Standardize()
    {
        if (_samples.dim() != 2)
            throw new InvalidOperationException(
                "Only vectors can be standardized, but the samples are images of "
                    + $"{string.Join(" × ", _samples.shape[1..])} values, which lie in [−1, 1]. Leave standardization "
                    + "off.");

        Standardization = Standardization.Of(_samples);
        Standardization.ApplyTo(_samples);
    }

    /// <summary>Reads a column of samples and, where it is named, one of classes.</summary>
    public static SampleSet Read(
        IDataView view, string inputName, string? labelName, SampleShape shape, bool isBounded, Device device)
    {
        using var scope = NewDisposeScope();
        var column = ColumnCheck.FindVector(view.Schema, "input", inputName, shape.Size);
        var label = labelName is null ? (DataViewSchema.Column?)null : ColumnCheck.FindLabel(view.Schema, labelName);

        // A span reaches no further than 2 GiB, which 4 096 images of 3 × 256 × 256 exceed.
        var blockRows = Math.Clamp(BlockValues / shape.Size, 1, MostBlockRows);
        List<Tensor> blocks = [];
        List<long> labels = [];
        using (var cursor = view.GetRowCursor(label is { } also ? [column, also] : [column]))
        {
            var readSample = SampleColumn.Bind(cursor, column, shape, isBounded);
            var readLabel = label is { } bound ? LabelColumn.Bind(cursor, bound) : null;
            var filled = blockRows;
            while (cursor.MoveNext())
            {
                if (filled == blockRows)
                {
                    blocks.Add(empty(blockRows, shape.Size));
                    filled = 0;
                }

                readSample(MemoryMarshal.Cast<byte, float>(blocks[^1].bytes).Slice(filled++ * shape.Size, shape.Size));
                if (readLabel is not null)
                    labels.Add(readLabel());
            }

            if (blocks.Count == 0)
                throw new InvalidOperationException("Training set has 0 instances, aborting training.");
            blocks[^1] = blocks[^1].narrow(0, 0, filled);
        }

        var samples = Joined(blocks).reshape([-1, .. shape.Dimensions.Select(size => (long)size)]).to(device);
        return label is null
            ? new(samples.DetachFromDisposeScope())
            : new(samples.DetachFromDisposeScope(), [.. labels], LabelMap.Classes(label.Value.Type, labels));
    }

    /// <summary>
    /// All blocks in one tensor. Each is freed once it is copied, and memory that nobody wrote to yet takes no room, so
    /// the samples are never there twice.
    /// </summary>
    private static Tensor Joined(List<Tensor> blocks)
    {
        if (blocks.Count == 1)
            return blocks[0];

        var all = empty([blocks.Sum(block => block.shape[0]), blocks[0].shape[1]]);
        var start = 0L;
        foreach (var block in blocks)
        {
            var count = block.shape[0];
            all.narrow(0, start, count).copy_(block);
            block.Dispose();
            start += count;
        }

        return all;
    }

    /// <summary>Frees the samples.</summary>
    public void Dispose()
    {
        _samples.Dispose();
        _labelTensor?.Dispose();
    }
}
