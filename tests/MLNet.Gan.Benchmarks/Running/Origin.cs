using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>Where numbers come from.</summary>
internal static class Origin
{
    /// <summary>The commit that the program was built from, which the SDK writes behind the version.</summary>
    public static string Commit { get; } = typeof(Origin).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit]
        ? commit[..Math.Min(commit.Length, 10)]
        : "unknown";

    /// <summary>Processor, system and runtime.</summary>
    public static string Machine { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
        + $".NET {Environment.Version}");

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        var line = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
