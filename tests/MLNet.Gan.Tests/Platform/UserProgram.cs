using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

/// <summary>A copy of tests/LoadingCheck, a program that was built without our targets, from which files can be missing.</summary>
internal sealed class UserProgram : IDisposable
{
    private static readonly string Built = Repository.Bin("tests/LoadingCheck");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>Links to all files but those that are left out.</summary>
    public UserProgram(Func<string, bool>? isLeftOut = null)
    {
        foreach (var file in Directory.EnumerateFiles(Built))
        {
            var name = Path.GetFileName(file);
            if (isLeftOut?.Invoke(name) ?? false)
                continue;
            var copy = Path.Combine(_folder, name);
            if (name.StartsWith("LoadingCheck", StringComparison.Ordinal)) // The program's folder is where this really lies.
                File.Copy(file, copy);
            else
                File.CreateSymbolicLink(copy, file);
        }

        // It lists files, and a missing one is then an error of the host. Without it, all of the folder can be found.
        File.Delete(Path.Combine(_folder, "LoadingCheck.deps.json"));
    }

    /// <summary>TorchSharp's native file as its package has it.</summary>
    public static string TorchSharpFile => Path.Combine(Built, "libLibTorchSharp.so");

    /// <summary>A native file of libtorch.</summary>
    public static bool IsTorch(string name) =>
        name.StartsWith("libtorch", StringComparison.Ordinal) || name.StartsWith("libc10", StringComparison.Ordinal);

    /// <summary>Runs it in a process of its own.</summary>
    public Child Run(params IReadOnlyList<string> arguments) =>
        Child.Dotnet(_folder, ["exec", Path.Combine(_folder, "LoadingCheck.dll"), .. arguments]);

    /// <summary>A place in its folder.</summary>
    public string Place(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
