using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>What the C library of most Linux systems lets one set about its memory.</summary>
internal static partial class Glibc
{
    /// <summary>How much free memory at the end of the heap is kept, of malloc.h.</summary>
    public const int TrimThreshold = -1;

    /// <summary>How much more than is needed the heap grows by, of malloc.h.</summary>
    public const int TopPad = -2;

    /// <summary>
    /// From which size on a block gets pages of its own, which go back when it is freed, of malloc.h.
    /// </summary>
    public const int MapThreshold = -3;

    /// <summary>2²⁰ bytes.</summary>
    public const int MiB = 1 << 20;

    /// <summary>
    /// The largest <see cref="MapThreshold"/>, which glibc comes to by itself when so large a block is freed.
    /// </summary>
    public const int MostMapThreshold = 32 * MiB;

    /// <summary>Sets values; false where there is no glibc, or where a user has set its variables.</summary>
    public static bool TrySet(params ReadOnlySpan<(int Parameter, int Value)> settings)
    {
        if (!OperatingSystem.IsLinux() || IsSet("MALLOC_TRIM_THRESHOLD_") || IsSet("MALLOC_MMAP_THRESHOLD_"))
            return false;

        try
        {
            foreach (var (parameter, value) in settings)
            {
                if (Set(parameter, value) == 0)
                    return false;
            }

            return true;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Gives free memory back to the system; only where <see cref="TrySet"/> went well.</summary>
    public static void Trim() => _ = Trim(0);

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint kept);
}
