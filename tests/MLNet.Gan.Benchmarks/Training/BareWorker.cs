using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>
/// The steps of a training and nothing around them, in a process of its own that answers lines: the same batch each
/// time, no average, no reports, no ML.NET.
/// </summary>
internal static class BareWorker
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "bare";

    /// <summary>Trains a case on one thread, so many steps a line, until the input ends.</summary>
    public static int Run(string network, string game, string steps)
    {
        var options = TrainingCases.Find(network, game).Options;
        var turn = int.Parse(steps, CultureInfo.InvariantCulture);
        using var threads = ThreadCount.For(options.Shape, 1);
        using var memory = ReusedMemory.Begin();
        using var random = new Generator(1);
        long[] sizes = [options.BatchSize, .. options.Shape.Dimensions.Select(size => (long)size)];
        using var samples = new SampleSet(randn(sizes).DetachFromDisposeScope());
        using var networks = new GanNetworks(options, samples, random, CPU);
        using var control = new ControllerRunner(options, CPU);
        var objective = new GanObjective(options, networks, control, random, isExplicit: true);
        Console.WriteLine("MLNet.Gan");
        for (var step = 0L; Console.ReadLine() is not null; step += turn)
        {
            var elapsed = Elapsed.Of(() =>
            {
                for (var i = 0; i < turn; i++)
                    Step(options, samples, networks, objective, step + i);
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{elapsed.WallSeconds} {elapsed.CpuSeconds}"));
        }

        return 0;
    }

    private static void Step(GanOptions options, SampleSet samples, GanNetworks networks, GanObjective objective, long step)
    {
        using var scope = NewDisposeScope();
        var batch = samples[[.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row)]];
        for (var update = 0; update < options.DiscriminatorSteps; update++)
        {
            using var turn = NewDisposeScope();
            networks.Discriminator.Step(objective.ForDiscriminator(step, batch).Backward, step);
        }

        networks.Discriminator.Freeze(true);
        networks.Generator.Step(objective.ForGenerator(step, batch).Backward, step);
        networks.Discriminator.Freeze(false);
    }
}
