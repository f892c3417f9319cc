using System.Reflection;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace MLNet.Gan;

/// <summary>SkiaSharp, with which ML.NET decodes images, and the reports draw and write them.</summary>
/// <remarks>ML.NET 5.0.1 calls SKBitmap.GetPixelSpan, which SkiaSharp 3 and later do not have; the reports call nothing that
/// versions 3 and 4 lack.</remarks>
internal static class ImageLibrary
{
    private const string Name = "SkiaSharp", Fits = "2.88.9", LinuxFiles = $"{Name}.NativeAssets.Linux.NoDependencies";

    private static readonly Lazy<Version?> Found = new(() =>
    {
        try
        {
            return Assembly.Load(Name).GetName().Version;
        }
        catch (FileNotFoundException)
        {
            return null; // CheckLoads reports it.
        }
    });

    private static readonly Lazy<Exception?> LoadError = new(() =>
    {
        try
        {
            CallNative();
            return null;
        }
        catch (Exception error) when (error is TypeLoadException or TypeInitializationException or IOException
            or BadImageFormatException or InvalidOperationException)
        {
            return error;
        }
    });

    /// <summary>Checks that ML.NET can use the program's SkiaSharp.</summary>
    /// <exception cref="InvalidOperationException">It is too new, or does not load.</exception>
    public static void Check()
    {
        Check(Found.Value);
        CheckLoads();
    }

    /// <summary>Checks a version.</summary>
    /// <exception cref="InvalidOperationException">It is too new.</exception>
    public static void Check(Version? version)
    {
        if (version is { Major: >= 3 })
            throw new InvalidOperationException(
                $"The program uses {Name} {version.ToString(2)}, in which ML.NET's images do not work: they need a version "
                    + $"below 3. Add <PackageReference Include=\"{Name}\" Version=\"{Fits}\" /> to the program's project, "
                    + $"and the same version of {LinuxFiles} for Linux.");
    }

    /// <summary>Checks that SkiaSharp of any version loads, with a native library that fits it.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void CheckLoads()
    {
        if (LoadError.Value is { } error)
            throw new InvalidOperationException(
                $"Images cannot be read or written, and points cannot be drawn, since {Name} does not load with its native "
                    + $"library, libSkiaSharp; the inner exception says why. Add <PackageReference Include=\"{Package()}\" "
                    + $"Version=\"{Fits}\" /> to the program's project, or the version of its {Name} where that is another one.",
                error);
    }

    private static string Package() => OperatingSystem.IsWindows() ? $"{Name}.NativeAssets.Win32"
        : OperatingSystem.IsMacOS() ? $"{Name}.NativeAssets.macOS"
        : LinuxFiles;

    /// <summary>Makes SkiaSharp load its native library and compare the two versions.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // Where SkiaSharp itself is missing, the call fails, not the caller.
    private static void CallNative() => SkiaSharpVersion.CheckNativeLibraryCompatible(throwIfIncompatible: true);
}
