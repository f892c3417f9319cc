namespace MLNet.Gan;

/// <summary>Resolves the links of a path, those of its folders included.</summary>
internal static class RealPath
{
    private const int MostLinks = 40; // As Linux has it; a circle of links exceeds any number.

    /// <summary>Returns the path without links; null if a link leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var parts = new Stack<string>(Parts(full));
        var links = 0;
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next) is { LinkTarget: { } target })
            {
                if (++links > MostLinks)
                    return null;
                if (Path.IsPathRooted(target))
                    real = Path.GetPathRoot(target)!;
                foreach (var step in Parts(target))
                    parts.Push(step);
            }
            else
                real = next;
        }

        return Path.Exists(real) ? real : null;
    }

    /// <summary>Returns the parts of a path below its root, the last one first.</summary>
    private static IEnumerable<string> Parts(string path) => path[(Path.GetPathRoot(path) ?? "").Length..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".").Reverse();
}
