using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MLNet.Gan;

/// <summary>
/// Loads TorchSharp's native library where .NET could not: on a Linux with an older C++ library, in a program that was not
/// built with the targets of our package (<see cref="SymbolVersions"/>).
/// </summary>
internal static class TorchSharpResolver
{
    /// <summary>The library's name in TorchSharp's calls.</summary>
    public const string Library = "LibTorchSharp";

    private const string FileName = "libLibTorchSharp.so";

    private static readonly string[] Needed = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    /// <summary>Why loading failed here; null where it did not, or was not asked for.</summary>
    public static Exception? Failure { get; private set; }

    /// <summary>Asks .NET to ask us when it does not find a native library; until then nothing changes.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "TorchSharp loads its library when a user's code first touches "
        + "it, and cannot be used any more when that failed. No later moment of ours is sure to come before.")]
    internal static void Install()
    {
        var own = typeof(TorchSharpResolver).Assembly;
        if (OperatingSystem.IsLinux() && AssemblyLoadContext.GetLoadContext(own) is { } context)
            context.ResolvingUnmanagedDll += Resolve;
    }

    /// <summary>Loads the library from the first of some folders that has it.</summary>
    /// <returns>Its handle; 0 where no folder has it.</returns>
    /// <exception cref="DllNotFoundException">The system's loader refuses it, in the words of the message.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static nint Load(IReadOnlyList<string> folders)
    {
        if (NativeFiles.Find(folders, FileName) is not { } path)
            return 0;
        foreach (var name in Needed) // Bytes have no folder beside which the system's loader would look for these.
        {
            if (NativeFiles.Find(folders, name) is { } needed)
                NativeLibrary.Load(needed);
        }

        return LoadedBytes.Load(SymbolVersions.Relax(File.ReadAllBytes(path)), FileName, MemoryFile.TryCreate);
    }

    private static nint Resolve(Assembly assembly, string name)
    {
        if (name != Library)
            return 0;
        try
        {
            return Load(NativeFiles.Folders(assembly.Location));
        }
        catch (Exception failure)
        {
            Failure = failure; // An exception would take the place of .NET's own words.
            return 0;
        }
    }
}
