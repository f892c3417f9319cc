using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>How good generated rows of real tables are, beside those of CTGAN and real ones.</summary>
internal sealed class TablesBenchmark : IBenchmark
{
    public const string Real = "real rows", Ours = "TabularGan", WganGp = "TabularGan with WGAN-GP", Peer = "CTGAN (peer)", Seconds = "seconds", RowsPerSecond = "rows/s", Columns = "columns";
    public const int SeedCount = 5, RowsToCount = 10_000;

    public string Name => "tables";

    public int Seeds => SeedCount;

    public void Prepare()
    {
        if (RealTable.Names.All(name => File.Exists(RealTable.PathOf(name))))
            return;
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(RealTable.PathOf("wine"))!).FullName;
        PeerProgram.Run(Running.Peer.Script("tables.py", folder)!);
        PeerProgram.Run(new("Rscript", [Path.ChangeExtension(Running.Peer.Script("tables.py")!.ArgumentList[0], ".R"), folder]) { RedirectStandardOutput = true });
    }

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
        from data in RealTable.Names
        let options = new TabularGanOptions { Seed = seed, Steps = settings.Steps }
        let wganGp = options with { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()] }
        from job in (Job[])
        [
            new(Real, data, seed, "", () => Scored(data, seed, table => new(table.Training, 0))),
            new(Ours, data, seed, options.ToText(), () => Scored(data, seed, table => Generated(table, options))),
            new(WganGp, data, seed, wganGp.ToText(), () => Scored(data, seed, table => Generated(table, wganGp))),
            new(Peer, data, seed, $"{CtganPeer.Epochs} epochs", () => Scored(data, seed, table =>
                CtganPeer.Rows(table, data, seed, Math.Max(RowsToCount, table.Training.Length), settings.Steps is null ? CtganPeer.Epochs : 1))),
            .. LiftJobs.Of(data, seed, settings.Steps),
        ]
        select job;

    public void Write(BenchmarkResults results) => TablesDocument.Write(results);

    private static Outcome Scored(string data, int seed, Func<RealTable, MadeRows> rows)
    {
        var context = new MLContext(seed: 1);
        var table = RealTable.Read(data, seed);
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            IDataView View(string name, IEnumerable<string> lines)
            {
                var path = Path.Combine(folder, name);
                table.Write(path, lines);
                return table.Load(context, path);
            }

            var (training, test) = (View("training.csv", table.Training), View("test.csv", table.Test));
            var given = rows(table);
            var (made, seconds) = given;
            var generated = View("generated.csv", made);
            var asMany = made.Length > table.Training.Length ? View("as-many.csv", made.Take(table.Training.Length)) : generated;
            string[] classes = [.. training.GetColumn<string>(training.Schema[RealTable.Label]).Distinct().Order(StringComparer.Ordinal)];
            var quality = TableScores.Quality(context, training, asMany, test);
            return new()
            {
                CpuSeconds = seconds,
                Scores = new Dictionary<string, double>
                {
                    [TableScores.F1] = TableScores.MacroF1(context, asMany, test, classes),
                    [TableScores.Shapes] = TableScores.ColumnShapes(context, training, asMany),
                    [TableScores.Lost] = TableScores.LostCategories(training, generated),
                    [TableScores.Pairs] = quality.PairScore ?? double.NaN,
                    [TableScores.Detection] = quality.Detection?.AreaUnderRocCurve ?? double.NaN,
                    [TableScores.Near] = quality.Memorization?.NearerToTraining ?? double.NaN,
                    [Seconds] = seconds,
                    [RowsPerSecond] = given.RowsPerSecond,
                    [Columns] = training.Schema.Count,
                },
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MadeRows Generated(RealTable table, TabularGanOptions options)
    {
        var context = new MLContext(seed: 1);
        var path = Path.GetTempFileName();
        try
        {
            table.Write(path, table.Training);
            var before = Environment.CpuUsage.TotalTime;
            using var model = context.Gan.Trainers.TabularGan(options, new RunOptions { Threads = 1 }).Fit(table.Load(context, path));
            var lines = table.Lines(model.Generate(Math.Max(RowsToCount, table.Training.Length), seed: options.Seed));
            return new(lines, (Environment.CpuUsage.TotalTime - before).TotalSeconds) { RowsPerSecond = ReadingSpeed.Of(model) };
        }
        finally
        {
            File.Delete(path);
        }
    }
}
