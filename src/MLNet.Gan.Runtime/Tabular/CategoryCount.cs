namespace MLNet.Gan;

/// <summary>A value and the number of rows that have it.</summary>
internal sealed record CategoryCount<T>(T Value, long Count);
