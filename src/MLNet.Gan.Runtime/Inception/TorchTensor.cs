namespace MLNet.Gan.Metrics;

/// <summary>A view of a storage that contains all its values.</summary>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, int[] Shape, long[] Strides, int Count)
{
    /// <summary>
    /// PyTorch's <c>_rebuild_tensor(storage, offset, size, stride)</c>; the additional arguments of version 2 are not
    /// needed for weights.
    /// </summary>
    /// <exception cref="FormatException">The view exceeds the storage, or has more values than it.</exception>
    public static object Rebuild(object?[] arguments)
    {
        if (arguments is not [TorchStorage storage, long offset, object?[] size, object?[] stride, ..])
            throw new FormatException("A tensor is rebuilt from something else than storage, offset, size and stride.");

        var (shape, count) = ExpectedWeight.Check(Numbers(size));
        var strides = Numbers(stride);
        if (strides.Length != shape.Length)
            throw new FormatException($"A tensor has {shape.Length} dimensions, but {strides.Length} strides.");

        // The stride of an axis of length 1 has no meaning and may be any number.
        var last = offset;
        var isInside = offset >= 0 && offset <= storage.Count && count <= storage.Count;
        for (var axis = 0; axis < shape.Length && isInside && count > 0; axis++)
        {
            strides[axis] = shape[axis] == 1 ? 0 : strides[axis];
            isInside = strides[axis] >= 0 && strides[axis] <= storage.Count;
            last += isInside ? strides[axis] * (shape[axis] - 1) : 0;
        }

        return isInside && (count == 0 || last < storage.Count)
            ? new TorchTensor(storage, offset, shape, strides, count)
            : throw new FormatException(
                $"A tensor of shape [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}] and offset "
                    + $"{offset} does not fit its storage '{storage.Key}' of {storage.Count} values.");
    }

    /// <summary>PyTorch's <c>_rebuild_parameter(tensor, requires_grad, hooks)</c>.</summary>
    public static object RebuildParameter(object?[] arguments) => arguments is [TorchTensor tensor, ..]
        ? tensor
        : throw new FormatException("A parameter is rebuilt from something else than a tensor.");

    private static long[] Numbers(object?[] values) =>
    [
        .. values.Select(value => value is long number
            ? number
            : throw new FormatException("A tensor's size or stride is not a whole number.")),
    ];
}
