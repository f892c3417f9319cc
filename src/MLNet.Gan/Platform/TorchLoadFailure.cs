using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MLNet.Gan;

/// <summary>The error messages for a TorchSharp native library that did not load.</summary>
internal static partial class TorchLoadFailure
{
    /// <summary>The version of libtorch that TorchSharp 0.107 is built for.</summary>
    public const string Torch = "2.10.0";

    /// <summary>Returns the message for this process.</summary>
    /// <param name="words">The error of the system's loader.</param>
    /// <param name="hasTorch">Whether a native libtorch is installed.</param>
    /// <param name="torchSharp">TorchSharp's version.</param>
    public static string Explain(string words, bool hasTorch, Version torchSharp) =>
        Missing(words) is { } version ? TooOld(version, SystemLibraries.OfProcess(), torchSharp)
        : !hasTorch ? NoTorch(torchSharp)
        : $"TorchSharp's native library cannot be loaded on {RuntimeInformation.RuntimeIdentifier}. The system's "
            + $"loader reports: {LoaderError(words)}";

    /// <summary>Returns the first symbol version that a loader's error calls missing; null for another error.</summary>
    public static string? Missing(string words) =>
        MissingVersion().Match(words) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Returns the message for a system whose libraries are too old.</summary>
    public static string TooOld(string version, SystemLibraries system, Version torchSharp) =>
        $"TorchSharp's native library needs {version}, which this system lacks: it has {Has(system)}. TorchSharp "
            + $"{torchSharp.ToString(3)} loads where glibc is 2.34 or later and libstdc++ is of GCC 11 or later "
            + "(GLIBCXX_3.4.29), as on Debian 12, Ubuntu 22.04, RHEL 9 and later ones. Run the program there, or in a "
            + "container of one of these.";

    /// <summary>
    /// Returns the loader's error that .NET passes on, without its advice and the paths that it tried.
    /// </summary>
    public static string LoaderError(string words)
    {
        string[] lines =
        [
            .. words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1),
        ];
        string[] errors = [.. lines.Where(line => !InVain().IsMatch(line)).Distinct()];
        return lines.Length == 0 ? words
            : errors.Length > 0 ? string.Join(" ", errors)
            : "no searched folder has the file libLibTorchSharp.so.";
    }

    private static string NoTorch(Version torchSharp) =>
        $"There is no native libtorch for {RuntimeInformation.RuntimeIdentifier} beside the program, and training needs "
            + $"one. Add a package to the program's project. For the CPU: {Line("TorchSharp-cpu", torchSharp.ToString(3))}, "
            + $"or on Linux the smaller {Line("libtorch-cpu-linux-x64", Torch)}. For an NVIDIA GPU: "
            + $"{Line(OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux", torchSharp.ToString(3))}.";

    private static string Line(string package, string version) =>
        $"<PackageReference Include=\"{package}\" Version=\"{version}\" />";

    private static string Has(SystemLibraries system) => string.Join(" and ",
        system.C is null ? "no glibc" : $"glibc {system.C}",
        system.Cpp is null ? "no libstdc++ that could be found" : $"libstdc++ up to GLIBCXX_{system.Cpp}");

    [GeneratedRegex(@"LibTorchSharp(\.so)?: cannot open shared object file", RegexOptions.CultureInvariant)]
    private static partial Regex InVain();

    [GeneratedRegex("version [`'](\\w+_[\\d.]+)' not found", RegexOptions.CultureInvariant)]
    private static partial Regex MissingVersion();
}
