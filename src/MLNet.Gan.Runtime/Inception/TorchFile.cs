namespace MLNet.Gan.Metrics;

/// <summary>What <c>torch.save</c> wrote: an object and the bytes of every storage that it refers to, by key.</summary>
internal sealed record TorchFile(object? Root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Storages);
