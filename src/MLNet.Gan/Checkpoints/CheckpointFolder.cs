using System.Globalization;

namespace MLNet.Gan;

/// <summary>The checkpoints of one run in a folder, which no other run can use at the same time.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    private const string Prefix = "step-", Extension = ".safetensors", LockName = "in-use";

    private readonly CheckpointOptions _options;
    private readonly FileStream _lock;

    private CheckpointFolder(CheckpointOptions options, FileStream held) => (_options, _lock) = (options, held);

    /// <summary>Opens a folder, which is created if it does not exist.</summary>
    /// <exception cref="IOException">The folder cannot be written to, or another run uses it.</exception>
    public static CheckpointFolder Open(CheckpointOptions options)
    {
        FileStream held;
        try
        {
            Directory.CreateDirectory(options.Folder);
            held = new(Path.Combine(options.Folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The folder of checkpoints '{options.Folder}' cannot be written to, or another run uses it: {e.Message} Choose "
                    + $"another {nameof(CheckpointOptions)}.{nameof(CheckpointOptions.Folder)}.", e);
        }

        var folder = new CheckpointFolder(options, held);
        foreach (var unfinished in Files(options.Folder).Where(path => !path.EndsWith(Extension, StringComparison.Ordinal)))
            File.Delete(unfinished); // What a killed process was writing.
        if (options.Restart)
            folder.Delete(keep: 0);
        return folder;
    }

    /// <summary>Reads the newest checkpoint that is not damaged, which the caller owns.</summary>
    /// <param name="warn">Receives a sentence for each damaged one.</param>
    /// <returns>Null when the folder has no checkpoint.</returns>
    /// <exception cref="InvalidOperationException">All checkpoints are damaged.</exception>
    public Checkpoint? Newest(Action<string> warn)
    {
        var (paths, damaged) = (Paths(), new List<string>());
        foreach (var path in paths)
        {
            try
            {
                var checkpoint = Checkpoint.Read(path);
                damaged.ForEach(SetAside); // It would count as the newest forever.
                return checkpoint;
            }
            catch (FormatException e)
            {
                warn($"Checkpoint '{path}' cannot be used. {e.Message}");
                damaged.Add(path);
            }
        }

        return paths.Count == 0 ? null : throw new InvalidOperationException(
            $"No checkpoint in '{_options.Folder}' can be used; the newest is '{paths[0]}'. Restore them from a copy, or set "
                + $"{nameof(CheckpointOptions)}.{nameof(CheckpointOptions.Restart)} to delete them and begin anew.");
    }

    /// <summary>Writes a checkpoint, and deletes those that are too old to keep.</summary>
    /// <returns>Its path.</returns>
    public string Write(Checkpoint checkpoint)
    {
        var path = Path.Combine(
            _options.Folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{checkpoint.State.Step:D10}{Extension}"));
        AtomicFile.Write(path, checkpoint.Write);
        Delete(_options.Keep);
        return path;
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => _lock.Dispose();

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(path => Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal)
            && Path.GetFileName(path).Contains(Extension, StringComparison.Ordinal));

    private static void SetAside(string path) =>
        File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, $"damaged-{Path.GetFileName(path)}"), overwrite: true);

    private void Delete(int keep)
    {
        foreach (var path in Paths().Skip(keep))
            File.Delete(path);
    }

    /// <summary>The paths of the checkpoints, the newest first.</summary>
    private IReadOnlyList<string> Paths() =>
    [
        .. Files(_options.Folder).Where(path => path.EndsWith(Extension, StringComparison.Ordinal))
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal),
    ];
}
