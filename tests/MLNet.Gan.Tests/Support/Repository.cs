using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests.Support;

/// <summary>Places in the repository that this build comes from.</summary>
internal static class Repository
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(ThisFolder(), "../../.."));

    /// <summary>Release or Debug, as these tests are.</summary>
    public static readonly string Configuration =
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    /// <summary>Where a project's build lies.</summary>
    public static string Bin(string project) => Path.Combine(Root, project, "bin", Configuration, "net10.0");

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
