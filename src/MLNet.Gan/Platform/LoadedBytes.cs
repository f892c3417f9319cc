using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>Loads a native library from bytes instead of from a file.</summary>
internal static class LoadedBytes
{
    /// <summary>Loads from memory, or where that is forbidden from a temporary file that nobody else can write.</summary>
    /// <param name="library">The library's bytes.</param>
    /// <param name="name">The name of its file.</param>
    /// <param name="createInMemory">Makes a file in memory; null says that the system forbids it.</param>
    /// <exception cref="DllNotFoundException">The system's loader refuses it, in the words of the message.</exception>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public static nint Load(byte[] library, string name, Func<string, SafeFileHandle?> createInMemory)
    {
        using var memory = createInMemory(name);
        if (memory is not null)
        {
            RandomAccess.Write(memory, library, fileOffset: 0);
            if (NativeLibrary.TryLoad($"/proc/self/fd/{memory.DangerousGetHandle()}", out var loaded))
            {
                // The loader now knows the library by this number. Closed, the number would come to mean another file, and
                // the loader would give this library for it.
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
            folder.Delete(recursive: true); // What is loaded stays.
        }
    }
}
