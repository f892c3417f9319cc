using System.ComponentModel;

namespace MLNet.Gan;

/// <summary>A row without columns that are read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedGeneratorSource;
