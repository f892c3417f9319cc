using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MLNet.Gan;

/// <summary>
/// Loads TorchSharp's native library where .NET cannot: on a Linux with an older C++ library, in a program that was not
/// built with the targets of this package (<see cref="SymbolVersions"/>).
/// </summary>
internal static class TorchSharpResolver
{
    /// <summary>The library's name in TorchSharp's P/Invoke declarations.</summary>
    public const string Library = "LibTorchSharp";

    private const string FileName = "libLibTorchSharp.so";

    private static readonly string[] Needed = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    /// <summary>The error of loading here; null if it succeeded or was not attempted.</summary>
    public static Exception? Failure { get; private set; }

    /// <summary>Registers a handler for native libraries that .NET does not find; it changes nothing else.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "TorchSharp loads its library when a user's code first touches "
        + "it, and cannot be used any more when that failed. No later moment of ours is sure to come before.")]
    internal static void Install()
    {
        var own = typeof(TorchSharpResolver).Assembly;
        if (OperatingSystem.IsLinux() && AssemblyLoadContext.GetLoadContext(own) is { } context)
            context.ResolvingUnmanagedDll += Resolve;
    }

    /// <summary>Loads the library from the first of some folders that contains it.</summary>
    /// <returns>Its handle; 0 if no folder contains it.</returns>
    /// <exception cref="DllNotFoundException">The system's loader rejects it; the message has its error.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static nint Load(IReadOnlyList<string> folders)
    {
        if (NativeFiles.Find(folders, FileName) is not { } path)
            return 0;
        foreach (var name in Needed) // Bytes have no folder in which the system's loader would search for these.
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
            Failure = failure; // An exception would replace .NET's own message.
            return 0;
        }
    }
}
