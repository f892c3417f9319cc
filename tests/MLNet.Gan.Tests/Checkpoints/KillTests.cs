using System.Diagnostics;
using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Checkpoints;

/// <summary>
/// A process that is killed (SIGKILL) at random times, also while it writes a checkpoint, and started again, trains the
/// model of a run that nothing stopped, bit for bit.
/// </summary>
[TestClass]
public sealed class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Fit_Killed20Times_IsEqualToAnUninterruptedRun() => Kill(times: 20);

    [TestMethod]
    [TestCategory("Slow")]
    public void Fit_Killed100Times_IsEqualToAnUninterruptedRun() => Kill(times: 100);

    private void Kill(int times)
    {
        var (random, killed, unfinished) = (new Random(1), 0, 0);
        for (var seed = 1; killed < times; seed++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{seed}")).FullName;
            while (Interrupted(folder, seed, steps: 2 + random.Next(10), milliseconds: random.Next(20)))
            {
                killed++;
                unfinished += Directory.GetFiles(folder, "step-*").Count(path => !path.EndsWith(".safetensors", StringComparison.Ordinal));
            }

            CollectionAssert.AreEqual(Uninterrupted(seed), File.ReadAllBytes(Path.Combine(folder, "generator.onnx")));
        }

        if (times >= 100) // Fewer can all miss by chance.
            Assert.IsGreaterThan(0, unfinished, "No process was killed while it wrote a checkpoint.");
    }

    /// <summary>
    /// Runs the process, and kills it some time behind a report, at least behind its second one, before which it has written
    /// a checkpoint.
    /// </summary>
    /// <returns>False when it came to its end.</returns>
    private static bool Interrupted(string folder, int seed, int steps, int milliseconds)
    {
        var start = OwnProcess.Start(nameof(KilledRun), folder, $"{seed}");
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        for (var step = 0; step < steps && process.StandardOutput.ReadLine() is not null; step++)
        {
        }

        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(milliseconds))
            process.Kill();
        process.WaitForExit();
        if (process.ExitCode is 0 or 137)
            return process.ExitCode == 137;
        Assert.Fail($"The process ended with {process.ExitCode}.\n{output.Result}\n{errors.Result}");
        return false;
    }

    private byte[] Uninterrupted(int seed)
    {
        using var model = new MLContext(seed: 1).Gan.Trainers.Gan(KilledRun.Options(seed), KilledRun.Run).Fit(TestData.Points(40));
        var path = Path.Combine(_folder, "uninterrupted.onnx");
        model.ExportToOnnx(path);
        return File.ReadAllBytes(path);
    }
}
