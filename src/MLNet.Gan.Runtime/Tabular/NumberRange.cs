namespace MLNet.Gan;

/// <summary>The numbers of a column, without missing ones.</summary>
internal sealed record NumberRange<T>(T Smallest, T Largest, IEnumerable<T> Values);
