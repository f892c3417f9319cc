namespace MLNet.Gan;

/// <summary>Warns of the traits of images that are read, of each kind once. Thread-safe.</summary>
/// <param name="warn">Receives whole sentences.</param>
internal sealed class TraitWarnings(Action<string> warn)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _said = [];

    /// <summary>Warns of what a reader has counted, perhaps of a part of the images only.</summary>
    public void Say(ImageTally tally)
    {
        lock (_lock)
        {
            foreach (var (kind, text) in tally.NotesByKind())
            {
                if (_said.Add(kind))
                    warn(text);
            }
        }
    }
}
