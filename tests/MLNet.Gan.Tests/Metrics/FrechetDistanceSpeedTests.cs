using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>The work of a distance, as a ratio to SciPy's square root of the product in the same run.</summary>
/// <remarks>Processor seconds are compared, SciPy's with one thread: elapsed time says little on a busy machine.</remarks>
[TestClass, DoNotParallelize]
public sealed class FrechetDistanceSpeedTests
{
    private const string Python = "/usr/bin/python3";

    private readonly TestContext _context;

    public FrechetDistanceSpeedTests(TestContext context) => _context = context;

    [TestMethod, TestCategory("Slow")]
    [DataRow(5000, 1024)]
    [DataRow(5000, 2048)]
    [DataRow(500, 2048, DisplayName = "fewer rows than features")]
    public void Between_ComparedWithSciPy_IsNotSlower(int rows, int columns)
    {
        var statistics = new FeatureStatistics[2];
        for (var i = 0; i < 2; i++)
        {
            var random = new Random(i);
            var features = new float[rows * columns];
            for (var k = 0; k < features.Length; k++)
                features[k] = (random.NextSingle() + random.NextSingle() - 1) / MathF.Sqrt(1 + k % columns);
            statistics[i] = Statistics.Of(features, columns);
        }

        var theirs = SecondsOfSciPy(rows, columns);
        var (ours, elapsed) = (double.PositiveInfinity, Stopwatch.StartNew());
        for (var run = 0; run < 2; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            elapsed.Restart();
            _ = FrechetDistance.Between(statistics[0], statistics[1]);
            ours = Math.Min(ours, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        _context.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} × {columns}: {ours:0.00} processor seconds "
            + $"({elapsed.Elapsed.TotalSeconds:0.00} elapsed), SciPy's sqrtm {theirs:0.00}, ratio {theirs / ours:0.0}"));
        Assert.IsTrue(ours < theirs, $"Ours took {ours} s, SciPy {theirs} s.");
    }

    private static double SecondsOfSciPy(int rows, int columns)
    {
        var script = Path.Combine(Folder(), "vectors.py");
        using var process = File.Exists(Python)
            ? Process.Start(new ProcessStartInfo(Python, [script, "--time", $"{rows}", $"{columns}"])
            {
                RedirectStandardOutput = true,
                Environment = { ["OPENBLAS_NUM_THREADS"] = "1", ["OMP_NUM_THREADS"] = "1" },
            })
            : null;
        var output = process?.StandardOutput.ReadToEnd();
        if (!double.TryParse(output, CultureInfo.InvariantCulture, out var seconds))
            Assert.Inconclusive($"{Python} with python3-scipy is needed for the comparison.");
        return seconds;
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
