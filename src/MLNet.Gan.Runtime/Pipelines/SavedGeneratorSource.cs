using System.ComponentModel;

namespace MLNet.Gan;

/// <summary>A row of which nothing is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedGeneratorSource;
