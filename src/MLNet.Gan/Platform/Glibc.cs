using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The memory settings of glibc, the C library of most Linux systems (mallopt).</summary>
internal static partial class Glibc
{
    /// <summary>The free memory kept at the end of the heap (M_TRIM_THRESHOLD of malloc.h).</summary>
    public const int TrimThreshold = -1;

    /// <summary>The additional memory by which the heap grows (M_TOP_PAD of malloc.h).</summary>
    public const int TopPad = -2;

    /// <summary>
    /// The size from which a block is mapped by itself, and unmapped when freed (M_MMAP_THRESHOLD of malloc.h).
    /// </summary>
    public const int MapThreshold = -3;

    /// <summary>2²⁰ bytes.</summary>
    public const int MiB = 1 << 20;

    /// <summary>
    /// The largest <see cref="MapThreshold"/>, which glibc reaches by itself when a block of that size is freed.
    /// </summary>
    public const int MostMapThreshold = 32 * MiB;

    /// <summary>Sets values; returns false without glibc, or when the user has set its environment variables.</summary>
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

    /// <summary>Returns free memory to the system; call it only if <see cref="TrySet"/> returned true.</summary>
    public static void Trim() => _ = Trim(0);

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint kept);
}
