using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>Loads a native library from bytes in memory.</summary>
internal static class LoadedBytes
{
    /// <summary>Loads from a memory file, or if that is forbidden from a temporary file in a private folder.</summary>
    /// <param name="library">The library's bytes.</param>
    /// <param name="name">The name of its file.</param>
    /// <param name="createInMemory">Creates a file in memory; null if the system forbids it.</param>
    /// <exception cref="DllNotFoundException">The system's loader rejects it; the message has its error.</exception>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public static nint Load(byte[] library, string name, Func<string, SafeFileHandle?> createInMemory)
    {
        using var memory = createInMemory(name);
        if (memory is not null)
        {
            RandomAccess.Write(memory, library, fileOffset: 0);
            if (NativeLibrary.TryLoad($"/proc/self/fd/{memory.DangerousGetHandle()}", out var loaded))
            {
                // The loader identifies the library by this descriptor's path. If it were closed and its number reused
                // for another file, the loader would return this library for that one.
                memory.SetHandleAsInvalid();
                return loaded;
            }
        }

        var folder = Directory.CreateTempSubdirectory("mlnet-gan-"); // Its mode is 0700.
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, library);
            return NativeLibrary.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true); // The loaded library stays mapped.
        }
    }
}
