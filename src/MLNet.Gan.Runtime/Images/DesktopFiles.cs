namespace MLNet.Gan;

/// <summary>Files and folders that desktop systems and tools write beside those of users.</summary>
internal static class DesktopFiles
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information",
    };

    /// <summary>
    /// Returns whether an entry of a folder is one: its name begins with a dot (.DS_Store, ._a.png, .git) or is that of one,
    /// or it has the attribute "hidden".
    /// </summary>
    public static bool Include(FileSystemInfo entry) => entry.Name.StartsWith('.') || Names.Contains(entry.Name)
        || (!IsUnknown(entry) && entry.Attributes.HasFlag(FileAttributes.Hidden));

    /// <summary>Returns whether an entry that a folder lists cannot be found by its name, so that nothing is known of it.</summary>
    public static bool IsUnknown(FileSystemInfo entry) => entry.Attributes == (FileAttributes)(-1); // All flags are set then.
}
