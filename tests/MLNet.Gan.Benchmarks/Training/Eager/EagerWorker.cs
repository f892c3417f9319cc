using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>A plain training in a process of its own that answers lines as peers/training.py does.</summary>
internal static class EagerWorker
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "eager";

    /// <summary>Which TorchSharp it is.</summary>
    public static string Version => $"TorchSharp {typeof(Tensor).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Trains a case, so many steps a line, until the input ends.</summary>
    public static int Run(string network, string game, string threads, string steps)
    {
        set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        random.manual_seed(1);
        var chosen = EagerNetwork.Find(network);
        var training = new EagerTraining(chosen, game, new DrawnNumbers(chosen));
        var turn = int.Parse(steps, CultureInfo.InvariantCulture);
        Console.WriteLine(Version);
        while (Console.ReadLine() is { } line)
            Console.WriteLine(line == "memory"
                ? PeakMemory.MebiBytes().ToString(CultureInfo.InvariantCulture)
                : Text(Elapsed.Of(() => Take(training, turn))));
        return 0;
    }

    private static void Take(EagerTraining training, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            training.Step();
        }
    }

    private static string Text(Elapsed elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{elapsed.WallSeconds} {elapsed.CpuSeconds}");
}
