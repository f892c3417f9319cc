namespace MLNet.Gan.Tests.Support;

/// <summary>What there is in a folder, files included that are open but have no name any more.</summary>
internal static class FilesIn
{
    private const string Handles = "/proc/self/fd", Mappings = "/proc/self/maps";

    public static IReadOnlyList<string> Folder(string path)
    {
        var named = Directory.GetFiles(path);
        if (!OperatingSystem.IsLinux())
            return named;
        var open = Directory.GetFiles(Handles).Select(handle => new FileInfo(handle).LinkTarget ?? "");
        var mapped = File.ReadAllLines(Mappings);
        return [.. named, .. open.Concat(mapped).Where(line => line.Contains(path, StringComparison.Ordinal))];
    }
}
