using System.Diagnostics;
using System.Globalization;

namespace TorchSharp.Tests;

/// <summary>The overhead of a call, as a ratio to python3-torch in the same minute on the same machine.</summary>
[TestClass, DoNotParallelize]
public sealed class SpeedTests
{
    private const int Turns = 3;
    private const int Rounds = 100;
    private const int Calls = 500;

    private readonly TestContext _context;

    private static readonly Dictionary<string, Action<Tensor, Tensor>> Ours = new()
    {
        ["a + b"] = (a, b) => (a + b).Dispose(),
        ["a.add_(b)"] = (a, b) => a.add_(b),
        ["a * 2.0"] = (a, b) => (a * 2.0).Dispose(),
        ["F.leaky_relu(a, 0.2)"] = (a, b) => nn.functional.leaky_relu(a, 0.2).Dispose(),
    };

    public SpeedTests(TestContext context) => _context = context;

    public static IEnumerable<object[]> Cases => Ours.Keys.Select(name => new object[] { name });

    [TestMethod, TestCategory("Slow")]
    [DynamicData(nameof(Cases))]
    public void Call_OnEightNumbers_CostsNoMoreThanPythons(string expression)
    {
        var (ours, python) = (double.MaxValue, double.MaxValue);
        for (var turn = 0; turn < Turns; turn++)
        {
            python = Math.Min(python, NanosecondsInPython(expression));
            ours = Math.Min(ours, Nanoseconds(Ours[expression]));
        }

        _context.WriteLine($"{expression}: {ours:F0} ns, Python {python:F0} ns, ratio {ours / python:F2}");
        Assert.IsTrue(ours <= 1.1 * python, $"{expression} takes {ours:F0} ns, Python {python:F0} ns.");
    }

    /// <summary>The best mean of many short rounds: what other processes add is left out.</summary>
    private static double Nanoseconds(Action<Tensor, Tensor> call)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (a, b) = (rand(8), rand(8));
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++)
                call(a, b);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls);
        }

        return best;
    }

    private static double NanosecondsInPython(string expression)
    {
        var program = $"""
            import time, torch, torch.nn.functional as F
            torch.set_num_threads(1)
            a, b, best = torch.rand(8), torch.rand(8), 1e9
            with torch.no_grad():
                for _ in range({Rounds}):
                    start = time.perf_counter_ns()
                    for _ in range({Calls}): {expression}
                    best = min(best, (time.perf_counter_ns() - start) / {Calls})
            print(best)
            """;
        ProcessStartInfo start = new("/usr/bin/python3", ["-c", program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!File.Exists(start.FileName))
            Assert.Inconclusive("There is no /usr/bin/python3 to compare with.");
        using var python = Process.Start(start)!;
        var answer = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        if (python.ExitCode != 0)
            Assert.Inconclusive("There is no python3-torch to compare with: apt-get install python3-torch.");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }
}
