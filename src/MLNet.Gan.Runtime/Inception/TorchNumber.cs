namespace MLNet.Gan.Metrics;

/// <summary>A number type of PyTorch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">The size of one in bytes.</param>
/// <param name="Read">Converts one to a float; null for integers, which are counters and never weights.</param>
internal sealed record TorchNumber(string Name, int Size, Func<ReadOnlySpan<byte>, float>? Read = null);
