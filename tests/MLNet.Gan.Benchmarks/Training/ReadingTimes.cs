using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>Fashion-MNIST's pixels read as a training reads its data, out of memory and out of a text file.</summary>
/// <param name="Rows">How many vectors.</param>
/// <param name="Times">What each source took.</param>
internal sealed record ReadingTimes(int Rows, IReadOnlyList<ReadingTime> Times)
{
    private const int Size = 784, Repetitions = 5;

    private static readonly SampleShape Shape = SampleShape.Vector(Size);

    private double TensorMebiBytes => (double)Rows * Size * sizeof(float) / (1 << 20);

    /// <summary>Measures; <paramref name="isQuick"/> with a tenth of the rows.</summary>
    public static ReadingTimes Run(bool isQuick)
    {
        var context = new MLContext(seed: 1);
        var path = Path.Combine(Directory.CreateDirectory("artifacts/bench").FullName, "pixels.csv");
        try
        {
            var rows = WriteText(context, path, isQuick ? 6_000 : 60_000);
            return new(rows, [FromText(context, path), FromMemory(context, path)]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Adds a section to a document.</summary>
    public MarkdownWriter AddTo(MarkdownWriter document) => document
        .Heading(2, "Reading data")
        .Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{Rows} vectors of {Size} numbers, the pixels 0–255 of Fashion-MNIST's training images, read as Fit reads "
                + $"them into its one tensor of {TensorMebiBytes:0} MiB: from an array of objects and from a "
                + $"comma-separated text file."))
        .Paragraph($"Medians of {Repetitions} readings after one warm-up. Memory is the process's peak resident "
            + "memory while reading, minus the resident memory before, after a full collection: the memory of the source "
            + "itself, which for objects in memory is another tensor's size, does not count; temporary allocations do. The "
            + "largest of the readings is given.")
        .Table(["source", "rows/s", "MiB/s", "peak MiB", "times the tensor"], [.. Times.Select(Row)]);

    private static ReadingTime FromMemory(MLContext context, string path)
    {
        var schema = SchemaDefinition.Create(typeof(Pixels));
        schema[nameof(Pixels.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Size);
        var pixels = Text(context, path).GetColumn<float[]>(nameof(Pixels.Features))
            .Select(values => new Pixels { Features = values }).ToArray();
        return Of("objects in memory", context.Data.LoadFromEnumerable(pixels, schema));
    }

    private static ReadingTime FromText(MLContext context, string path) => Of("text file", Text(context, path));

    private static IDataView Text(MLContext context, string path) => context.Data.LoadFromTextFile(
        path, [new(nameof(Pixels.Features), DataKind.Single, 0, Size - 1)], separatorChar: ',');

    private static ReadingTime Of(string source, IDataView view)
    {
        var readings = Enumerable.Range(0, Repetitions + 1).Select(_ =>
        {
            PeakMemory.Begin();
            var before = PeakMemory.MebiBytes();
            var elapsed = Elapsed.Of(() =>
                SampleSet.Read(view, nameof(Pixels.Features), null, Shape, isBounded: false, CPU).Dispose());
            var peak = PeakMemory.MebiBytes() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{source}: {elapsed.WallSeconds:0.00} s, {peak:0} MiB"));
            return (elapsed.WallSeconds, Peak: peak);
        }).ToList();
        return new(source, [.. readings.Skip(1).Select(reading => reading.WallSeconds)],
            [.. readings.Skip(1).Select(reading => reading.Peak)]);
    }

    /// <summary>Writes the pixels as whole numbers, as data sets of images in text have them.</summary>
    private static int WriteText(MLContext context, string path, int most)
    {
        using var writer = new StreamWriter(path);
        var rows = 0;
        foreach (var image in FashionMnist.Train(context).GetColumn<float[]>("Features").Take(most))
        {
            writer.WriteLine(string.Join(',', image.Select(value => (int)MathF.Round((value + 1) * 127.5f))));
            rows++;
        }

        return rows;
    }

    private IReadOnlyList<ReportValue> Row(ReadingTime time) =>
    [
        time.Source,
        Spread.Median(time.Seconds.Select(seconds => Rows / seconds), "0"),
        Spread.Median(time.Seconds.Select(seconds => TensorMebiBytes / seconds), "0"),
        time.PeakMebiBytes.Max().ToString("0", CultureInfo.InvariantCulture),
        (time.PeakMebiBytes.Max() / TensorMebiBytes).ToString("0.00", CultureInfo.InvariantCulture),
    ];

    private sealed class Pixels
    {
        public float[] Features { get; set; } = [];
    }
}
