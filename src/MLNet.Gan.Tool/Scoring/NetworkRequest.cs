namespace MLNet.Gan.Tool.Scoring;

/// <summary>The network to use, and how.</summary>
/// <param name="Network">A name of <see cref="NetworkTable"/>, a path, or null for the default.</param>
/// <param name="Preprocessing">How a named network resizes images; null for its default.</param>
/// <param name="Batch">The batch size.</param>
/// <param name="Threads">The number of CPU threads; 0 for all.</param>
internal sealed record NetworkRequest(string? Network, string? Preprocessing, int Batch, int Threads)
{
    /// <summary>The output of an ONNX file with the features; null for the only one.</summary>
    public string? Output { get; init; }
}
