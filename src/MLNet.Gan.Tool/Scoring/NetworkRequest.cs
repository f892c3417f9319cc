namespace MLNet.Gan.Tool.Scoring;

/// <summary>By which network images are to be judged.</summary>
/// <param name="Network">A name of <see cref="NetworkTable"/>, a path, or null where none was named.</param>
/// <param name="Preprocessing">How a named network resizes images; null for its default.</param>
/// <param name="Batch">How many images at once.</param>
/// <param name="Threads">How many CPU threads; 0 for all.</param>
internal sealed record NetworkRequest(string? Network, string? Preprocessing, int Batch, int Threads);
