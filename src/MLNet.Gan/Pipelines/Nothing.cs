namespace MLNet.Gan.Pipelines;

/// <summary>A row of which nothing is read.</summary>
public sealed class Nothing;
