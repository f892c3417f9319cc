using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>A Linux memory file (memfd), which has no path and is freed with its last reference.</summary>
internal static partial class MemoryFile
{
    private const uint CloseOnExecute = 1; // MFD_CLOEXEC

    /// <summary>Creates an empty file; returns null if the system forbids it or does not support it.</summary>
    public static SafeFileHandle? TryCreate(string name)
    {
        try
        {
            var handle = new SafeFileHandle(Create(name, CloseOnExecute), ownsHandle: true);
            return handle.IsInvalid ? null : handle;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Create(string name, uint flags);
}
