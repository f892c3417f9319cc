using System.Reflection;

namespace MLNet.Gan;

/// <summary>SkiaSharp, which ML.NET uses to decode images.</summary>
/// <remarks>ML.NET 5.0.1 calls SKBitmap.GetPixelSpan, which SkiaSharp 3 and later do not have.</remarks>
internal static class ImageLibrary
{
    private const string Name = "SkiaSharp", Fits = "2.88.9";

    private static readonly Lazy<Version?> Found = new(() =>
    {
        try
        {
            return Assembly.Load(Name).GetName().Version;
        }
        catch (FileNotFoundException)
        {
            return null; // ML.NET's own message reports it.
        }
    });

    /// <summary>Checks that ML.NET can use the program's SkiaSharp.</summary>
    /// <exception cref="InvalidOperationException">It is too new.</exception>
    public static void Check() => Check(Found.Value);

    /// <summary>Checks a version.</summary>
    /// <inheritdoc cref="Check()"/>
    public static void Check(Version? version)
    {
        if (version is { Major: >= 3 })
            throw new InvalidOperationException(
                $"The program uses {Name} {version.ToString(2)}, in which ML.NET's images do not work: they need a version "
                    + $"below 3. Add <PackageReference Include=\"{Name}\" Version=\"{Fits}\" /> to the program's project, "
                    + $"and the same version of {Name}.NativeAssets.Linux.NoDependencies for Linux.");
    }
}
