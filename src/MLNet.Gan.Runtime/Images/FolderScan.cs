namespace MLNet.Gan;

/// <summary>Walks through a folder. Nothing is listed twice: links count by what they lead to, after what is no link.</summary>
/// <remarks>Hard links are files of their own, since none of them is the true one.</remarks>
internal sealed class FolderScan(ImageSearch search)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    // Extensions of images that are not read: an error, since a tool that reads them has other scores.
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".j2k", ".jpx", ".ico", ".tga", ".psd", ".exr", ".hdr", ".dds",
        ".pcx", ".svg", ".pbm", ".pam", ".raw", ".dng", ".cr2", ".nef", ".arw", ".dcm",
    };

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Link, int Depth)> _links = new();
    private readonly List<string> _images = [], _hidden = [], _others = [], _doubles = [], _deeper = [];
    private readonly List<UnreadFile> _problems = [];

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    public FolderListing List(string folder)
    {
        Walk(folder, RealPath.Of(folder) ?? Path.GetFullPath(folder), depth: 0);
        while (_links.TryDequeue(out var next))
            Follow(next.Link, next.Depth);
        _images.Sort(StringComparer.Ordinal);
        return new(folder, _images, _problems, [.. Notes(folder)]) { Subfolders = Subfolders(folder) };
    }

    private void Walk(string folder, string real, int depth)
    {
        if (!_seen.Add(real))
        {
            _doubles.Add(folder);
            return;
        }

        foreach (var entry in Entries(folder))
        {
            var path = Path.Combine(folder, entry.Name);
            if (DesktopFiles.Include(entry))
                _hidden.Add(path);
            else if (DesktopFiles.IsUnknown(entry))
            {
                if (entry is not DirectoryInfo || depth < search.Depth)
                    Miss(path, isFolder: entry is DirectoryInfo);
            }
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null)
                _links.Enqueue((path, depth));
            else if (entry is not DirectoryInfo)
                Take(path, Path.Combine(real, entry.Name));
            else if (depth < search.Depth)
                Walk(path, Path.Combine(real, entry.Name), depth + 1);
            else
                _deeper.Add(path);
        }
    }

    private FileSystemInfo[] Entries(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos("*", All);
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return entries;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            _problems.Add(new(folder, new($"The folder '{folder}' cannot be opened: {e.Message}", e)));
            return [];
        }
    }

    private void Follow(string path, int depth)
    {
        if (RealPath.Of(path) is { } real)
        {
            if (!Directory.Exists(real))
                Take(path, real);
            else if (depth < search.Depth)
                Walk(path, real, depth + 1);
            else
                _deeper.Add(path);
        }
        else
            Lack(path, $"The link '{path}' leads to '{new FileInfo(path).LinkTarget}', which cannot be found. Restore it, or remove the link.");
    }

    /// <summary>Notes an entry that cannot be found by its name.</summary>
    private void Miss(string path, bool isFolder) => Lack(path, path.Contains('\uFFFD', StringComparison.Ordinal)
        ? $"The {(isFolder ? "folder" : "file")} '{path}' cannot be opened, since its name is not UTF-8. Rename it."
        : $"'{path}' cannot be found, though its folder lists it. Restore it, or remove it.", isFolder);

    /// <summary>Notes what cannot be read: a problem if it may be an image or a folder of images.</summary>
    private void Lack(string path, string reason, bool isFolder = false)
    {
        if (isFolder || IsRead(path) || IsUnread(path) || Path.GetExtension(path).Length == 0)
            _problems.Add(new(path, new(reason)));
        else
            _others.Add(path);
    }

    private void Take(string path, string real)
    {
        if (!IsRead(path))
        {
            if (IsUnread(path))
                _problems.Add(new(path, new($"'{path}' is an image of a format that is not read. Convert it to PNG.")));
            else
                _others.Add(path);
        }
        else if (_seen.Add(real))
            _images.Add(path);
        else
            _doubles.Add(path);
    }

    private bool IsRead(string path) => (search.Suffixes.Count > 0 ? search.Suffixes : ImageFile.Extensions)
        .Any(suffix => suffix.Length == 0 ? Path.GetExtension(path).Length == 0 : path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    private bool IsUnread(string path) => search.Suffixes.Count == 0 && Unread.Contains(Path.GetExtension(path));

    private static string End(string suffix) => suffix.Length == 0 ? "'' (no extension)" : suffix;

    /// <summary>Returns the names of the folders directly in the folder that have images, those that cannot be read included.</summary>
    private string[] Subfolders(string folder)
    {
        string[] Parts(string path) => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        var ofFiles = _images.Concat(_problems.Select(problem => problem.Path)).Where(path => Parts(path).Length > 1);
        var unopened = _problems.Select(problem => problem.Path).Where(Directory.Exists);
        return [.. ofFiles.Concat(unopened).Select(path => Parts(path)[0]).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Notes(string folder)
    {
        string Names(List<string> paths) => Listed.Names([.. paths.Select(path => Path.GetRelativePath(folder, path))]);
        if (_hidden.Count > 0)
            yield return $"Hidden files and folders in '{folder}' are ignored ({_hidden.Count}): {Names(_hidden)}.";
        if (_doubles.Count > 0)
            yield return $"Links in '{folder}' that lead to what is read already are left out ({_doubles.Count}): {Names(_doubles)}.";
        if (_deeper.Count > 0)
            yield return $"Folders in '{folder}' that lie deeper than is searched are left out ({_deeper.Count}): {Names(_deeper)}.";
        if (_others.Count > 0)
            yield return search.Suffixes.Count > 0
                ? $"{_others.Count} files in '{folder}' do not end with {string.Join(" or ", search.Suffixes.Select(End))} and are not read."
                : $"Files in '{folder}' without the extension of an image are not read ({_others.Count}): {Names(_others)}.";
    }
}
