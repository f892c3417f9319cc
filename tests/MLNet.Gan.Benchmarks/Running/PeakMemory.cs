using System.Diagnostics;
using System.Globalization;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>The most memory that this process held, from a moment on.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";
    private const string Status = "/proc/self/status";

    /// <summary>Gives unused memory back and begins anew.</summary>
    public static void Begin()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists(Reset))
            File.WriteAllText(Reset, "5"); // Linux: the peak is what is held now.
    }

    /// <summary>The peak since the beginning in MiB; where the system cannot begin anew, since the start.</summary>
    public static double MebiBytes()
    {
        var line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        return line is null
            ? Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0
            : double.Parse(line.Split(':', 'k')[1], CultureInfo.InvariantCulture) / 1024;
    }
}
