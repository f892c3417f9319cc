namespace MLNet.Gan;

/// <summary>A row of which nothing is read.</summary>
public sealed class SavedGeneratorSource;
