using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace MLNet.Gan;

/// <summary>The versions of the C and C++ libraries of a Linux system.</summary>
/// <param name="C">The version of glibc; null without glibc.</param>
/// <param name="Cpp">The newest symbol version of libstdc++, GLIBCXX; null if it is not loaded.</param>
internal sealed partial record SystemLibraries(string? C, Version? Cpp)
{
    /// <summary>Returns the versions in this process.</summary>
    public static SystemLibraries OfProcess() => new(OfC(), OfCpp());

    /// <summary>Returns the newest symbol version in a file of libstdc++; null if it has none.</summary>
    public static Version? Newest(string library) => Versions().Matches(library)
        .Select(match => Version.Parse(match.Groups[1].ValueSpan)).Max();

    private static string? OfC()
    {
        try
        {
            return Marshal.PtrToStringUTF8(GlibcVersion());
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static Version? OfCpp()
    {
        try
        {
            // .NET itself is written in C++, so the library is mapped in this process.
            var line = File.ReadLines("/proc/self/maps")
                .FirstOrDefault(map => map.Contains("/libstdc++.so.", StringComparison.Ordinal));
            return line is null ? null : Newest(Encoding.Latin1.GetString(File.ReadAllBytes(line[line.IndexOf('/')..])));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\0GLIBCXX_(\d+\.\d+(?:\.\d+)?)(?=\0)", RegexOptions.CultureInvariant)]
    private static partial Regex Versions();

    [LibraryImport("libc", EntryPoint = "gnu_get_libc_version")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GlibcVersion();
}
