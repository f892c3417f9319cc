namespace MLNet.Gan.Metrics;

/// <summary>
/// The content of a file of <c>torch.save</c>: an object and the bytes of every storage that it refers to, by key.
/// </summary>
internal sealed record TorchFile(object? Root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Storages);
