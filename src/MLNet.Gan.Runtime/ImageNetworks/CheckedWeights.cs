namespace MLNet.Gan.Metrics;

/// <summary>The tensors of a file, checked against a network; errors name what is missing or wrong.</summary>
/// <param name="tensors">The tensors by name.</param>
/// <param name="network">The network's name, for messages.</param>
/// <param name="whatToDo">A sentence for messages: which file to use.</param>
internal sealed class CheckedWeights(
    IReadOnlyDictionary<string, WeightTensor> tensors, string network, string whatToDo)
{
    /// <summary>Returns the values of a tensor of this shape, which must be finite.</summary>
    /// <exception cref="FormatException">There is no such tensor, or its shape or values are wrong.</exception>
    public float[] Get(string name, params int[] shape)
    {
        if (!tensors.TryGetValue(name, out var tensor))
            throw new FormatException($"The weights lack '{name}', which {network} has. {whatToDo}");
        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new FormatException(
                $"'{name}' of the weights has the shape [{string.Join(", ", tensor.Shape)}], but in {network} it is "
                    + $"[{string.Join(", ", shape)}]. {whatToDo}");
        }

        var size = shape.Aggregate(1, (product, side) => product * side);
        if (tensor.Values.Length != size)
        {
            throw new FormatException(
                $"'{name}' of the weights has {tensor.Values.Length} values instead of {size}. {whatToDo}");
        }

        var wrong = Array.FindIndex(tensor.Values, value => !float.IsFinite(value));
        return wrong < 0 ? tensor.Values : throw new FormatException(
            $"Value {wrong} of '{name}' of the weights is {tensor.Values[wrong]}, which is no weight. {whatToDo}");
    }

    /// <summary>Returns the values of a tensor of variances, which must not be negative.</summary>
    /// <exception cref="FormatException">There is no such tensor, or its shape or values are wrong.</exception>
    public float[] Variances(string name, int count)
    {
        var values = Get(name, count);
        var wrong = Array.FindIndex(values, value => value < 0);
        return wrong < 0 ? values : throw new FormatException(
            $"Value {wrong} of '{name}' of the weights is {values[wrong]}, but a variance is at least 0. {whatToDo}");
    }

    /// <summary>
    /// Throws if there are tensors that the network does not have, since the file is then that of another one.
    /// </summary>
    /// <exception cref="FormatException">There is one.</exception>
    public void RequireNothingBut(Func<string, bool> isKnown)
    {
        if (tensors.Keys.FirstOrDefault(name => !isKnown(name)) is { } stranger)
            throw new FormatException($"The weights have '{stranger}', which {network} has not. {whatToDo}");
    }
}
