using MLNet.Gan;

namespace GpuCheck;

/// <summary>One seed on the device and on the CPU: chance is drawn on the CPU, so both must learn the same.</summary>
internal static class Same
{
    private static readonly (string Name, int Steps)[] All =
        [("mlp", 1), ("mlp", 20), ("dcgan28", 1), ("dcgan28", 10), ("resnet32", 1), ("resnet32", 5)];

    public static int Run(bool isShort)
    {
        var failed = 0;
        foreach (var tf32 in Where.IsCuda ? new[] { false, true } : [false])
        {
            if (Where.IsCuda)
                Where.AllowTf32(tf32);
            foreach (var (name, steps) in isShort ? All.Where(run => run.Steps == 1) : All)
            {
                try
                {
                    var options = Cases.All[name] with { Steps = steps };
                    var (there, here) = (Trained(options, onGpu: true), Trained(options, onGpu: false));
                    var again = Trained(options, onGpu: true);
                    var (norm, apart, repeat) = (Norm(here, null), Norm(here, there), Norm(there, again));
                    var allowed = tf32 ? 0.2 : steps == 1 ? 5e-3 : 0.05; // Adam's first step is the gradient's sign.
                    failed += apart / norm < allowed ? 0 : 1;
                    Console.WriteLine($"  {(apart / norm < allowed ? "ok  " : "FAIL")} {name}, {steps} steps, tf32 {tf32}: samples "
                        + $"differ by {apart / norm:0.0e+0} of their length; the same seed twice on the device by "
                        + $"{repeat / norm:0.0e+0}");
                }
                catch (Exception e)
                {
                    failed++;
                    Console.WriteLine($"  FAIL {name}, {steps} steps, tf32 {tf32}: {e}");
                }
            }
        }

        Console.WriteLine(failed == 0 ? "PASSED same" : $"FAILED same: {failed}");
        return failed == 0 ? 0 : 1;
    }

    private static float[] Trained(GanOptions options, bool onGpu)
    {
        var context = Where.Context(onGpu);
        using var model = context.Gan.Trainers.Gan(options).Fit(Data.View(context, options.Shape));
        return Data.Samples(model);
    }

    private static double Norm(float[] one, float[]? other) =>
        Math.Sqrt(one.Select((value, i) => Math.Pow(value - (other?[i] ?? 0.0), 2)).Sum());
}
