namespace MLNet.Gan.Metrics;

/// <summary>A kind of number that PyTorch stores.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">The bytes of one.</param>
/// <param name="Read">What makes a float of one; null for integers, which are counters and never weights.</param>
internal sealed record TorchNumber(string Name, int Size, Func<ReadOnlySpan<byte>, float>? Read = null);
