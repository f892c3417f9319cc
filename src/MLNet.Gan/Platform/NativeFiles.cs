using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The search paths of native files of a program's packages.</summary>
internal static class NativeFiles
{
    private static readonly string Runtime = Path.Combine(
        "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native");

    /// <summary>Returns the folders, the most likely first; a folder need not exist.</summary>
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

    /// <summary>Returns the path of a file; null if no folder contains it.</summary>
    public static string? Find(IEnumerable<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>
    /// Returns whether TorchSharp.dll is in NuGet's cache, packages/torchsharp/[version]/lib/[framework], from where
    /// scripts and notebooks load it.
    /// </summary>
    public static bool IsOfScript(string torchSharp) =>
        torchSharp.Length > 0 && Path.GetFileName(Path.GetDirectoryName(Package(torchSharp))) == "torchsharp";

    private static IEnumerable<string> PackagesOfScript(string torchSharp) => IsOfScript(torchSharp)
        ?
        [
            Path.Combine(Package(torchSharp), Runtime),
            Path.Combine(Path.GetFullPath(Path.Combine(Package(torchSharp), "../..")), "libtorch-cpu-linux-x64",
                TorchLoadFailure.Torch, Runtime),
        ]
        : [];

    private static string Package(string torchSharp) => Path.GetFullPath(Path.Combine(torchSharp, "../../.."));
}
