using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>Lets the C library keep the memory of one training step for the next, as long as it lives.</summary>
/// <remarks>
/// glibc gives large blocks back to the system when they are freed, and each step then pays for the same pages again:
/// a fifth of a convolutional step (docs/decisions/0007). With other C libraries nothing happens, and a user
/// who sets glibc's own variables is left alone.
/// </remarks>
internal sealed partial class ReusedMemory : IDisposable
{
    // Of malloc.h. Afterwards the values are those that glibc comes to by itself when a block of 32 MiB is freed.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapThreshold = -3;
    private const int MiB = 1 << 20;
    private static readonly Lock Gate = new();
    private static int Alive;
    private bool _isDone;

    private ReusedMemory()
    {
    }

    /// <summary>Begins; null where there is nothing to set.</summary>
    public static ReusedMemory? Begin()
    {
        if (!OperatingSystem.IsLinux() || IsSet("MALLOC_TRIM_THRESHOLD_") || IsSet("MALLOC_MMAP_THRESHOLD_"))
            return null;

        try
        {
            lock (Gate)
            {
                if (Set(MapThreshold, 32 * MiB) == 0 || Set(TrimThreshold, 1024 * MiB) == 0 || Set(TopPad, 16 * MiB) == 0)
                    return null;
                Alive++;
            }

            return new();
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives back what is free when the last one ends.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (_isDone)
                return;
            _isDone = true;
            if (--Alive > 0)
                return;
            _ = Set(TrimThreshold, 64 * MiB);
            _ = Set(TopPad, 0);
            _ = Trim(0);
        }
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint kept);
}
