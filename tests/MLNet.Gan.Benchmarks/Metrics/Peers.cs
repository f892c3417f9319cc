using System.Diagnostics;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>The programs in the folder peers, with which ours are compared.</summary>
internal static class Peers
{
    // Another Python on the path may lack Debian's modules.
    private const string Python = "/usr/bin/python3";

    /// <summary>How to start one and read what it says; null where Python or the program is missing.</summary>
    public static ProcessStartInfo? Script(string name, params IEnumerable<string> arguments)
    {
        var script = Path.GetFullPath($"tests/MLNet.Gan.Benchmarks/peers/{name}");
        return File.Exists(Python) && File.Exists(script)
            ? new(Python, [script, .. arguments]) { RedirectStandardOutput = true }
            : null;
    }
}
