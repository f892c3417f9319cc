using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>All training samples, read in one pass, and their labels if there are classes.</summary>
/// <param name="store">The storage of the samples, which the set owns.</param>
/// <param name="labels">The class of each sample; null without classes.</param>
/// <param name="classes">The number of classes.</param>
internal sealed class SampleSet(ISampleStore store, long[]? labels = null, int classes = 0) : IDisposable
{
    private const long DigestRows = 1024;

    /// <summary>Creates a set in memory that owns the samples [N, …].</summary>
    public SampleSet(Tensor samples, long[]? labels = null, int classes = 0)
        : this(new TensorStore(samples), labels, classes)
    {
    }

    // The rows to train on; null for all.
    private long[]? _trained;

    /// <summary>The number of samples.</summary>
    public int Count { get; } = (int)store.Shape[0];

    /// <summary>The number of samples to train on, which is less where some are held out.</summary>
    public int TrainedCount => _trained?.Length ?? Count;

    /// <summary>The rows that are not trained on.</summary>
    public long[] HeldOut { get; private set; } = [];

    /// <summary>The number of bytes that the samples take in a temporary file; 0 when they are in memory.</summary>
    public long FileBytes => store.FileBytes;

    /// <summary>The names of classes and components.</summary>
    public SampleNames Names { get; set; } = new([], []);

    /// <summary>The number of classes; 0 without classes.</summary>
    public int Classes => classes;

    /// <summary>
    /// The categories that the generator is given; null (default) for none. Batches then have the rows followed by their conditions as
    /// samples, and the conditions as labels.
    /// </summary>
    public Conditions? Conditions { get; private set; }

    /// <summary>Whether the generator is given something of a row: its class, or its conditions.</summary>
    public bool HasLabels => labels is not null || Conditions is not null;

    /// <summary>The number of samples of each class.</summary>
    public IReadOnlyList<int> ClassCounts
    {
        get
        {
            var counts = new int[Classes];
            foreach (var label in labels ?? [])
                counts[label]++;
            return counts;
        }
    }

    /// <summary>The samples at some rows, as a batch owned by the caller's scope.</summary>
    public Batch this[long[] rows] => Conditions is { } conditions
        ? this[[.. rows.Select(row => new SampleDraw(row, conditions.ShownOf(row)))]]
        : new(store.Gather(rows), labels is null ? null : LabelsAt(rows, labels));

    /// <summary>The samples of some draws, as a batch owned by the caller's scope.</summary>
    public Batch this[SampleDraw[] draws]
    {
        get
        {
            long[] rows = [.. draws.Select(draw => draw.Row)];
            if (Conditions is not { } conditions)
                return this[rows];
            var samples = store.Gather(rows);
            var shown = conditions.At(samples, [.. draws.Select(draw => draw.Shown!)]);
            return new(cat([samples, shown], 1), shown);
        }
    }

    /// <summary>Gives the generator categories of the rows: one-hot blocks, by where they begin and how wide they are.</summary>
    public void SetConditions((int Start, int Width)[] blocks) => Conditions = Conditions.Of(store, blocks);

    /// <summary>Returns an infinite sequence of draws for a training, as <see cref="Rows"/> does; with conditions by these.</summary>
    public IEnumerable<SampleDraw> Draws(int seed, bool balanced, int packing) => Conditions is { } conditions
        ? conditions.Draws(_trained ?? [.. Enumerable.Range(0, Count).Select(row => (long)row)], new Random(seed))
        : Rows(seed, balanced, packing).Select(row => new SampleDraw(row, null));

    /// <summary>Returns an infinite sequence of row numbers in random order.</summary>
    /// <param name="seed">Equal seeds give equal rows.</param>
    /// <param name="balanced">Whether every class that has rows is drawn equally often.</param>
    /// <param name="packing">The number of consecutive rows that share a class.</param>
    public IEnumerable<long> Rows(int seed, bool balanced, int packing = 1)
    {
        var random = new Random(seed);
        var trained = labels is null || _trained is null ? labels : Array.ConvertAll(_trained, row => labels[row]);
        var rows = trained is null || (packing == 1 && !balanced)
            ? RowOrder.Shuffled(TrainedCount, random)
            : RowOrder.Packed(trained, packing, random, balanced);
        return _trained is null ? rows : rows.Select(row => _trained[row]);
    }

    /// <summary>Holds random rows out of the training. Every class, and every category of conditions, keeps at least one.</summary>
    /// <param name="count">The number of rows, if the classes have as many to give.</param>
    /// <param name="seed">Equal seeds hold out equal rows.</param>
    public void HoldOut(int count, int seed)
    {
        long[] rows = [.. Enumerable.Range(0, Count).Select(row => (long)row)];
        new Random(seed).Shuffle(rows);
        int[] left = labels is null ? [Count] : [.. ClassCounts];
        var categories = Conditions?.Counts();
        HashSet<long> heldOut = [];
        foreach (var row in rows)
        {
            if (heldOut.Count < count && (categories is null ? left[labels?[row] ?? 0]-- > 1 : Conditions!.TakeFrom(categories, row)))
                heldOut.Add(row);
        }

        HeldOut = [.. heldOut.Order()];
        _trained = [.. Enumerable.Range(0, Count).Select(row => (long)row).Where(row => !heldOut.Contains(row))];
    }

    /// <summary>The standardization applied to the samples; null when they are unchanged.</summary>
    public Standardization? Standardization { get; private set; }

    /// <summary>
    /// Standardizes every component of vectors to mean 0 and standard deviation 1, in place;
    /// <see cref="Standardization"/> holds the inverse.
    /// </summary>
    /// <exception cref="InvalidOperationException">The samples are images.</exception>
    public void Standardize()
    {
        if (store.Shape.Length != 2)
            throw new InvalidOperationException(
                "Only vectors can be standardized, but the samples are images of "
                    + $"{string.Join(" × ", store.Shape[1..])} values, which lie in [−1, 1]. Leave standardization "
                    + "off.");

        Standardization = Standardization.Of(store);
        Standardization.ApplyTo(store);
    }

    /// <summary>Reads a column of samples and, if a name is given, a column of classes.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="inputName">The column of samples.</param>
    /// <param name="labelName">The column of classes; null for none.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="isBounded">Whether values must lie in [−1, 1].</param>
    /// <param name="device">Where the samples are kept.</param>
    /// <param name="spill">When they are kept in a file instead; null for never.</param>
    /// <param name="warn">Receives a sentence for each trait of image files; null to say none.</param>
    /// <exception cref="InvalidOperationException">A row does not hold a sample, or the file of its image is damaged.</exception>
    /// <exception cref="IOException">The samples exceed the budget, and their file cannot be written.</exception>
    public static SampleSet Read(IDataView view, string inputName, string? labelName, SampleShape shape, bool isBounded,
        Device device, SpillOptions? spill = null, Action<string>? warn = null)
    {
        using var scope = NewDisposeScope();
        view = CheckedFilesView.Of(view, inputName);
        var tally = new ImageTally();
        var column = FeatureColumn.Find(view.Schema, inputName, shape);
        var label = labelName is null ? (DataViewSchema.Column?)null : ColumnCheck.FindLabel(view.Schema, labelName);

        List<long> labels = [];
        using var writer = new StoreWriter(shape, spill, view.GetRowCount());
        using (var cursor = view.GetRowCursor(label is { } also ? [column, also] : [column]))
        {
            var readSample = FeatureColumn.Bind(cursor, column, shape, isBounded, tally);
            var readLabel = label is { } bound ? LabelColumn.Bind(cursor, bound) : null;
            var range = isBounded && shape.IsImage ? FeatureRange.Of(column) : null;
            while (cursor.MoveNext())
            {
                var sample = writer.Next();
                readSample(sample);
                range?.See(sample);
                if (readLabel is not null)
                    labels.Add(readLabel());
            }

            range?.Complete();
        }

        foreach (var note in tally.Notes())
            warn?.Invoke(note);

        if (writer.Count == 0)
            throw new InvalidOperationException("Training set has 0 instances, aborting training.");
        var classes = label is null ? 0 : LabelMap.Classes(label.Value.Type, labels);
        return new(writer.Complete(device), label is null ? null : [.. labels], classes);
    }

    /// <summary>The standard deviation of each component of vectors; 0 for a constant one.</summary>
    public IReadOnlyList<double> Deviations() => Standardization.Of(store).Deviations;

    /// <summary>The number of rows, and the first digits of the SHA-256 of samples and labels.</summary>
    public string Digest()
    {
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        store.Visit(DigestRows, block =>
        {
            using var inner = NewDisposeScope();
            hash.AppendData(block.cpu().contiguous().bytes);
        });
        hash.AppendData(MemoryMarshal.AsBytes<long>(labels));
        return $"{Count} rows of SHA-256 {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }

    /// <summary>Frees the samples.</summary>
    public void Dispose() => store.Dispose();

    private Tensor LabelsAt(long[] rows, long[] known) =>
        tensor(Array.ConvertAll(rows, row => known[row])).SentTo(store.Device);
}
