using System.Diagnostics;
using MLNet.Gan;

namespace GpuCheck;

/// <summary>GanEstimator.Fit from data to ONNX file, as a user calls it.</summary>
internal static class Fits
{
    public static int Run(IReadOnlyList<string> how)
    {
        // The device's own default is what a user meets. The proof of the ONNX file runs on the CPU, so both must pass.
        var tf32 = how.Contains("tf32");
        if (Where.IsCuda && !tf32)
            Where.AllowTf32(false);
        var steps = how.Contains("short") ? 5 : 50;
        var failed = 0;
        foreach (var name in new[] { "mlp", "dcgan28", "resnet32" })
        {
            var context = Where.Context();
            var options = Cases.All[name] with { Steps = steps, ReportInterval = 25 };
            var before = Where.UsedMiB();
            var clock = Stopwatch.StartNew();
            try
            {
                using var model = context.Gan.Trainers.Gan(options).Fit(Data.View(context, options.Shape));
                var last = model.Run!.Reports[^1];
                var file = Path.Combine(Path.GetTempPath(), $"gan-check-{name}.onnx");
                var export = model.ExportToOnnx(file);
                using var loaded = Where.Context(onGpu: false).Gan.Load(file);
                var largest = Data.Samples(model).Zip(Data.Samples(loaded), (a, b) => Math.Abs(a - b)).Max();
                Console.WriteLine($"  ok   {name}: {steps} steps, losses {last.DiscriminatorLoss:0.000} and "
                    + $"{last.GeneratorLoss:0.000}, {clock.Elapsed.TotalSeconds:0.0} s in all; ONNX differs by "
                    + $"{export.MaxAbsoluteDifference:0.0e+0}, loaded again by {largest:0.0e+0}; GPU memory {before:0} -> "
                    + $"{Where.UsedMiB():0} MiB");
            }
            catch (Exception e)
            {
                failed++;
                Console.WriteLine($"  FAIL {name} after {clock.Elapsed.TotalSeconds:0.0} s: {e}");
            }
        }

        Console.WriteLine($"{(failed == 0 ? "PASSED" : "FAILED")} fit, tf32 {(tf32 ? "as by default" : "off")}: {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}
