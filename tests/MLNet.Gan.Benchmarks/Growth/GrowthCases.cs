using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Costs;

namespace MLNet.Gan.Benchmarks.Growth;

/// <summary>The trainings whose costs are measured as one of their sizes grows.</summary>
internal sealed class GrowthCases(MLContext context)
{
    /// <summary>The reports of a training.</summary>
    public const int Reports = 12;

    private const int Steps = 10, RowSize = 8, FewRows = 10_000, TableRows = 2000, TableSteps = 50;
    private const long Budget = 64L << 20; // As much of the rows is held in memory; more go to a file.

    /// <summary>A training at a size: what grows, its size, and what trains with a progress.</summary>
    public IEnumerable<(string Axis, long Size, Action<IProgress<TrainingProgress>> Train)> All(bool isQuick)
    {
        var kept = isQuick ? 2 : int.MaxValue;
        foreach (var size in new[] { 64, 256, 1024, 4096 }.Take(kept))
            yield return ("batch (Mlp 3 × 128)", size, run => Rows(FewRows, new() { BatchSize = size }, run));
        foreach (var size in new[] { 64, 128, 256, 512, 1024 }.Take(kept))
            yield return ("width (Mlp of 3 layers, batch 256)", size, run => Rows(
                FewRows, new() { BatchSize = 256, Architecture = new Mlp { Width = size } }, run));
        foreach (var size in new[] { 16, 32, 64, 128 }.Take(kept))
            yield return ("side of images (Dcgan, width 16, batch 16)", size, run => Images(size, run));
        foreach (var size in new[] { 10_000, 100_000, 1_000_000, 10_000_000 }.Take(kept))
            yield return ($"rows of {RowSize} numbers (Mlp, batch 256, 64 MiB, then a spill file)", size, run => Rows(size, new() { BatchSize = 256 }, run));
        foreach (var size in new[] { 10, 30, 100, 300 }.Take(kept))
            yield return ($"columns of a table of {TableRows} rows (TabularGan, batch 64)", size, run => Columns(size, run));
    }

    private void Images(int side, IProgress<TrainingProgress> progress)
    {
        var shape = SampleShape.Image(1, side, side);
        Fit(new() { Shape = shape, Architecture = new Dcgan { Width = 16 }, BatchSize = 16 }, CostData.View(context, shape), progress);
    }

    private void Rows(int rows, GanOptions options, IProgress<TrainingProgress> progress)
    {
        var schema = SchemaDefinition.Create(typeof(Numbers));
        schema[nameof(Numbers.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, RowSize);
        var random = new Random(1);
        var view = context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(_ => new Numbers { Features = Draw(random, RowSize) }), schema);
        Fit(options with { Shape = SampleShape.Vector(RowSize) }, view, progress);
    }

    private void Columns(int columns, IProgress<TrainingProgress> progress)
    {
        var random = new Random(1);
        var schema = SchemaDefinition.Create(typeof(Numbers));
        schema[nameof(Numbers.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns);
        var view = context.Data.LoadFromEnumerable(
            Enumerable.Range(0, TableRows).Select(_ => new Numbers { Features = Draw(random, columns) }).ToArray(), schema);
        using var model = context.Gan.Trainers.TabularGan(new() { Steps = TableSteps * Reports }, Run(progress)).Fit(view);
    }

    private void Fit(GanOptions options, IDataView view, IProgress<TrainingProgress> progress)
    {
        using var model = context.Gan.Trainers.Gan(options with { Steps = Steps * Reports, ReportInterval = Steps, Seed = 1 }, Run(progress)).Fit(view);
    }

    private static RunOptions Run(IProgress<TrainingProgress> progress) => new()
    {
        Threads = 1, Progress = progress, TunesAllocator = true, Spill = new() { MemoryBudget = Budget, Folder = "artifacts/bench" },
    };

    private static float[] Draw(Random random, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = random.NextSingle() + random.NextSingle();
        return numbers;
    }

    private sealed class Numbers
    {
        public float[] Features { get; set; } = [];
    }
}
