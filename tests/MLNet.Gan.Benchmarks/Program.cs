// Trains what a benchmark lists, a process for each run, and writes docs/benchmarks/<benchmark>.md from what came out.
using MLNet.Gan.Benchmarks.Costs;
using MLNet.Gan.Benchmarks.Growth;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Metrics;
using MLNet.Gan.Benchmarks.Micro;
using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Benchmarks.Stability;
using MLNet.Gan.Benchmarks.Tables;
using MLNet.Gan.Benchmarks.Training;
using MLNet.Gan.Benchmarks.Training.Eager;
using MLNet.Gan.Benchmarks.Training.Products;

IBenchmark[] benchmarks =
    [new MixturesBenchmark(), new DigitsBenchmark(), new StackedBenchmark(), new CostsBenchmark(), new StabilityBenchmark(), new TablesBenchmark(),
        new RareImagesBenchmark()];

try
{
    return args switch
    {
        // What this program says to itself.
        [Child.Command, var name, var variant, var data, var seed, .. var rest] =>
            Child.Run(Find(name), Settings.Parse(rest), variant, data, seed),
        [var name, .. var rest] when benchmarks.Any(benchmark => benchmark.Name == name) =>
            await Runner.RunAsync(Find(name), Settings.Parse(rest)) ? 0 : 1,
        [FitWorker.Command, var network, var game, var threads, var steps] =>
            FitWorker.Run(network, game, threads, steps),
        [EagerWorker.Command, var network, var game, var threads, var steps] =>
            EagerWorker.Run(network, game, threads, steps),
        [ProductsWorker.Command, var network, var game, var threads, var steps] =>
            ProductsWorker.Run(network, game, threads, steps),
        [BareWorker.Command, var network, var game, var steps] => BareWorker.Run(network, game, steps),
        [LinalgWorker.Command] => LinalgWorker.Run(),
        [MetricsBenchmark.Name, .. var rest] => Measure(MetricsBenchmark.Run, rest),
        [GrowthBenchmark.Name, .. var rest] => Measure(GrowthBenchmark.Run, rest),
        [MicroBenchmarks.Name, .. var rest] => Measure(MicroBenchmarks.Run, rest),
        [TrainingBenchmark.Name, .. var rest] => Measure(TrainingBenchmark.Run, rest),
        _ => Usage(),
    };
}
catch (SettingsException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

IBenchmark Find(string name) => benchmarks.Single(benchmark => benchmark.Name == name);

static int Measure(Action<IReadOnlyList<string>> run, string[] options)
{
    run(options);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}
