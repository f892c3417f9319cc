using System.Diagnostics;
using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>
/// The matrix part of a Fréchet distance and SciPy's, in turns, so that a busy machine is as busy for one as for the
/// other. Seconds by the clock are compared, both with all processors.
/// </summary>
internal sealed record FrechetRace(double Ours, double SquareRoot, double Eigenvalues)
{
    /// <summary>Takes turns; null where there is no Python with SciPy.</summary>
    /// <param name="turns">How often each runs, behind a run of ours that compiles.</param>
    /// <param name="rows">How many samples a side.</param>
    /// <param name="columns">How many features.</param>
    public static IReadOnlyList<FrechetRace>? Run(int turns, int rows, int columns)
    {
        var (first, second) = (Statistics(1, rows, columns), Statistics(2, rows, columns));
        _ = FrechetDistance.Between(first, second);
        var races = new List<FrechetRace>();
        for (var turn = 0; turn < turns; turn++)
        {
            var clock = Stopwatch.StartNew();
            _ = FrechetDistance.Between(first, second);
            var ours = clock.Elapsed.TotalSeconds;
            if (Theirs(rows, columns) is not [var squareRoot, var eigenvalues])
                return null;
            races.Add(new(ours, squareRoot, eigenvalues));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"[{turn + 1}/{turns}] {ours:0.00} s, sqrtm {squareRoot:0.00} s, eigvals {eigenvalues:0.00} s"));
        }

        return races;
    }

    private static FeatureStatistics Statistics(int seed, int rows, int columns)
    {
        var statistics = new FeatureStatistics(columns);
        statistics.Add(RandomFeatures.Of(seed, rows, columns));
        return statistics;
    }

    private static double[] Theirs(int rows, int columns)
    {
        if (Peer.Script("frechet.py", $"{rows}", $"{columns}") is not { } start)
            return [];

        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] =
            $"{Environment.ProcessorCount}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        return [.. output.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }
}
