using System.Runtime.InteropServices;

namespace MLNet.Gan.Platform;

/// <summary>Where the native files of a program's packages can lie.</summary>
internal static class NativeFiles
{
    private static readonly string Runtime = Path.Combine(
        "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native");

    /// <summary>The folders, the likeliest first; not each need exist.</summary>
    /// <param name="torchSharp">The path of TorchSharp.dll; empty in a single-file program.</param>
    public static IReadOnlyList<string> Folders(string torchSharp)
    {
        var searched = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        string[] programs = torchSharp.Length == 0
            ? [AppContext.BaseDirectory]
            : [AppContext.BaseDirectory, Path.GetDirectoryName(torchSharp)!];
        return
        [
            .. searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            .. programs.SelectMany(folder => new[] { folder, Path.Combine(folder, Runtime) }),
            .. PackagesOfScript(torchSharp),
        ];
    }

    /// <summary>The path of a file; null where no folder has it.</summary>
    public static string? Find(IEnumerable<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Scripts and notebooks load TorchSharp.dll from packages/torchsharp/[version]/lib/[framework].</summary>
    private static IEnumerable<string> PackagesOfScript(string torchSharp)
    {
        var package = Path.GetFullPath(Path.Combine(torchSharp, "../../.."));
        var packages = Path.GetFullPath(Path.Combine(package, "../.."));
        if (torchSharp.Length == 0 || Path.GetFileName(Path.GetDirectoryName(package)) != "torchsharp")
            return [];
        var torch = Path.Combine(packages, "libtorch-cpu-linux-x64");
        return
        [
            Path.Combine(package, Runtime),
            .. (Directory.Exists(torch) ? Directory.GetDirectories(torch) : []).Order(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, Runtime)),
        ];
    }
}
