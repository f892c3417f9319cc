using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Points of two classes, far apart, and generators that were trained on them for a moment.</summary>
internal static class TestData
{
    public const int LatentSize = 4;

    private static readonly Lazy<GanTransformer> LazyPlain = Trained(Options);
    private static readonly Lazy<GanTransformer> LazyByKey = Trained(Options with { LabelColumnName = "Label" });
    private static readonly Lazy<GanTransformer> LazyByNumber = Trained(Options with { LabelColumnName = "Number" });
    private static readonly Lazy<GanTransformer> LazyByLatent =
        Trained(Options with { LabelColumnName = "Label", LatentColumnName = "Latent" });

    public static MLContext Context { get; } = new(seed: 1);

    /// <summary>Ten rows are enough for a batch of eight; three steps for a generator.</summary>
    public static GanOptions Options => new()
    {
        Shape = SampleShape.Vector(2), Architecture = new Mlp { Width = 16, LatentSize = LatentSize },
        BatchSize = 8, Steps = 3, Seed = 7,
    };

    /// <summary>A generator without classes. Shared: do not dispose it.</summary>
    public static GanTransformer Plain => LazyPlain.Value;

    /// <summary>A generator of classes by key. Shared: do not dispose it.</summary>
    public static GanTransformer ByKey => LazyByKey.Value;

    /// <summary>A generator of classes by number. Shared: do not dispose it.</summary>
    public static GanTransformer ByNumber => LazyByNumber.Value;

    /// <summary>A generator that reads its latents from a column. Shared: do not dispose it.</summary>
    public static GanTransformer ByLatent => LazyByLatent.Value;

    /// <summary>Rows whose class is their number's parity: even ones at (−1, −1), odd ones at (1, 1), give or take 0.1.</summary>
    public static List<PointRow> Rows(int count) => [.. Enumerable.Range(0, count).Select(row => new PointRow
    {
        Features = [Place(row, 0), Place(row, 1)],
        Label = (uint)(row % 2), Number = row % 2, Whole = row % 2, Name = row % 2 == 0 ? "left" : "right",
        Latent = [.. Enumerable.Range(0, LatentSize).Select(i => MathF.Sin(1 + row * LatentSize + i))],
    })];

    public static IDataView Points(int count) => Context.Data.LoadFromEnumerable(Rows(count));

    /// <summary>A column of vectors, row by row.</summary>
    public static List<float[]> Read(IDataView view, string column = "Generated") => [.. view.GetColumn<float[]>(column)];

    public static DataViewRowCursor CursorOf(this IDataView view, string column) => view.GetRowCursor([view.Schema[column]]);

    /// <summary>A cursor's samples, by row id.</summary>
    public static IEnumerable<(DataViewRowId Id, float[] Sample)> ReadWithIds(DataViewRowCursor cursor)
    {
        using (cursor)
        {
            var getId = cursor.GetIdGetter();
            var getSample = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Generated"]);
            DataViewRowId id = default;
            VBuffer<float> sample = default;
            while (cursor.MoveNext())
            {
                getId(ref id);
                getSample(ref sample);
                yield return (id, [.. sample.DenseValues()]);
            }
        }
    }

    public static void AssertSame(IReadOnlyList<float[]> expected, IReadOnlyList<float[]> actual)
    {
        Assert.HasCount(expected.Count, actual);
        for (var row = 0; row < expected.Count; row++)
            CollectionAssert.AreEqual(expected[row], actual[row], $"Row {row} differs.");
    }

    public static void AssertDistinct(IEnumerable<float[]> samples)
    {
        var texts = samples.Select(sample => string.Join(' ', sample)).ToList();
        Assert.HasCount(texts.Count, texts.Distinct().ToList());
    }

    private static float Place(int row, int index) => (row % 2 == 0 ? -1 : 1) + 0.1f * MathF.Sin(5 * row + 2 * index);

    private static Lazy<GanTransformer> Trained(GanOptions options) => new(() => Context.Gan.Trainers.Gan(options).Fit(Points(10)));
}
