using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>A file of Linux that is in memory and in no folder, for as long as something uses it.</summary>
internal static partial class MemoryFile
{
    private const uint CloseOnExecute = 1; // MFD_CLOEXEC

    /// <summary>A new empty file; null where the system forbids it, or has no such files.</summary>
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
