namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads a state dict that <c>torch.save</c> wrote, without PyTorch and without running code of the file.
/// </summary>
internal static class PickleWeights
{
    /// <summary>Returns the tensors by name, as floats, without tensors of integers, which count batches.</summary>
    /// <param name="path">A file of either container, zip or legacy.</param>
    /// <exception cref="FormatException">The file is damaged, hostile, or is not a state dict.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(string path) =>
        WeightFile.Read(path, "a state dict of PyTorch", bytes =>
            Weights(bytes.AsSpan().StartsWith("PK"u8) ? TorchZip.Read(bytes) : TorchLegacy.Read(bytes)));

    private static Dictionary<string, WeightTensor> Weights(TorchFile file)
    {
        var tensors = Tensors(file);
        if (tensors.Values.Sum(tensor => (long)tensor.Count) > WeightFile.MostValues)
            throw new FormatException($"Its tensors have more than {WeightFile.MostValues} values.");

        var weights = new Dictionary<string, WeightTensor>();
        foreach (var (name, tensor) in tensors)
        {
            var bytes = file.Storages[tensor.Storage.Key];
            if (tensor.Storage.Number is { Read: { } read, Size: var size })
                weights.Add(name, new(tensor.Shape, ExpectedWeight.Gather(
                    tensor.Shape, tensor.Strides, tensor.Offset, at => read(bytes.Span.Slice((int)at * size, size)))));
        }

        return weights;
    }

    private static Dictionary<string, TorchTensor> Tensors(TorchFile file)
    {
        if (file.Root is not PickleMapping mapping)
            throw new FormatException("It holds something else than a dict of tensors.");

        var tensors = new Dictionary<string, TorchTensor>();
        foreach (var (key, value) in mapping.Pairs)
        {
            if (key is not string name || value is not TorchTensor tensor)
                throw new FormatException($"It holds '{key}', which is no tensor. Save the model's state_dict() alone.");
            if (!tensors.TryAdd(name, tensor))
                throw new FormatException($"It has the tensor '{name}' twice.");
            if (!file.Storages.ContainsKey(tensor.Storage.Key))
                throw new FormatException($"The storage '{tensor.Storage.Key}' of the tensor '{name}' is missing.");
        }

        return tensors;
    }
}
