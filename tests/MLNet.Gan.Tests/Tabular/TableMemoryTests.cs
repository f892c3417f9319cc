using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class TableMemoryTests
{
    private const int Rows = 1_600_000, FewRows = 2_000;

    [TestMethod, TestCategory("Slow")]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("0", 1.3)]
    [DataRow("104857600", 1.0, DisplayName = "with a spill of 100 MiB")]
    public void Fit_OfManyRows_TakesLittleMoreThanTheEncodedRows(string budget, double most)
    {
        // The process's peak beyond that of a small table's training, in shares of the encoded rows.
        var share = double.Parse(OwnProcess.Run(nameof(TableMemoryTests), budget), CultureInfo.InvariantCulture);

        Assert.IsLessThanOrEqualTo(most, share);
        Assert.IsGreaterThan(0.2, share);
    }

    /// <summary>Prints that share.</summary>
    /// <param name="args">The bytes beyond which rows are spilled; 0 for none.</param>
    public static void PrintShare(string[] args)
    {
        var context = new MLContext(seed: 1);
        var budget = long.Parse(args[0], CultureInfo.InvariantCulture);
        var run = new RunOptions { Threads = 1, Scoring = null, Guard = Guard.Off, Spill = budget > 0 ? new() { MemoryBudget = budget } : null };
        var trainer = context.Gan.Trainers.TabularGan(new() { Steps = 2 }, run);
        trainer.Fit(Table(context, FewRows)).Dispose();
        var before = PeakBytes();
        trainer.Fit(Table(context, Rows)).Dispose();
        var grown = PeakBytes() - before;
        Console.WriteLine((grown / (double)trainer.Explain(Table(context, Rows)).EncodedBytes).ToString("R", CultureInfo.InvariantCulture));
    }

    private static long PeakBytes() => 1024 * long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private static IDataView Table(MLContext context, int rows) => context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(row =>
    {
        var random = new Random(row);
        float Number(int modes) => random.Next(modes) + random.NextSingle();
        return new Wide
        {
            Kind = $"kind {random.Next(5)}", Place = $"place {random.Next(20)}", IsNew = random.Next(2) == 0, Count = random.Next(1000), Few = random.Next(9),
            Price = Math.Exp(4 * random.NextDouble()), Numbers = [.. Enumerable.Range(1, 14).Select(modes => Number(1 + modes % 4))],
        };
    }));

    private sealed class Wide
    {
        public string Kind { get; set; } = "";

        public string Place { get; set; } = "";

        public bool IsNew { get; set; }

        public int Count { get; set; }

        public int Few { get; set; }

        public double Price { get; set; }

        [VectorType(14)]
        public float[] Numbers { get; set; } = [];
    }
}
