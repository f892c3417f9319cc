using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>The time of a distance, as a ratio to SciPy's square root of the product in the same run.</summary>
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
        var ours = Enumerable.Range(0, 3).Min(run =>
        {
            var watch = Stopwatch.StartNew();
            _ = FrechetDistance.Between(statistics[0], statistics[1]);
            return watch.Elapsed.TotalSeconds;
        });

        _context.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows} × {columns}: {ours:0.000} s, SciPy's sqrtm {theirs:0.000} s, ratio {theirs / ours:0.0}"));
        Assert.IsTrue(ours < theirs, $"Ours took {ours} s, SciPy {theirs} s.");
    }

    private static double SecondsOfSciPy(int rows, int columns)
    {
        var script = Path.Combine(Folder(), "vectors.py");
        using var process = File.Exists(Python)
            ? Process.Start(new ProcessStartInfo(Python, [script, "--time", $"{rows}", $"{columns}"]) { RedirectStandardOutput = true })
            : null;
        var output = process?.StandardOutput.ReadToEnd();
        if (!double.TryParse(output, CultureInfo.InvariantCulture, out var seconds))
            Assert.Inconclusive($"{Python} with python3-scipy is needed for the comparison.");
        return seconds;
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
